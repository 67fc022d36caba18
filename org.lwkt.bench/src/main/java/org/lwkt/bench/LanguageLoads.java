// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.bench;

/** Files of the language that are as long as anybody's. */
final class LanguageLoads {
    private static final String DECLARATIONS = """
            machine smp2 {
                cpus 2
                ipi latency 2us
            }

            token vm
            spinlock rq
            channel rx

            """;
    private static final String SCENARIO = """
            /** One of very many. */
            scenario "number %d" on smp2 {
                thread pageout on cpu 0 at KERN_DAEMON {
                    var n = 0
                    repeat 10 {
                        run 5ms
                        with token vm {
                            run 1ms
                        }
                        n = n + 1
                        if n > 3 {
                            tsleep rx timeout 1ms
                        }
                        gettoken vm
                        run 20us
                        reltoken vm
                        spin_lock rq
                        run 1us
                        spin_unlock rq
                        yield
                    }
                }
                interrupt thread nic on cpu 0 at INT_MED {
                    forever {
                        wait
                        run 20us
                        wakeup rx
                    }
                }
                thread w[4] on cpu 1 {
                    forever {
                        run 1ms + index * 1us
                        yield
                    }
                }

                at 12ms interrupt nic
                every 1ms from 20ms until 30ms interrupt nic

                expect nic preempts pageout
                expect start(nic) before end(pageout)
                expect max latency(nic) <= 10us
                expect cputime(pageout) >= 50ms
                expect fairness(w) >= 0.9
            }

            """;

    private LanguageLoads() {}

    /** Scenarios of some fifty lines each, without a mistake. */
    static String file(int lines) {
        int each = (int) SCENARIO.lines().count();
        StringBuilder text = new StringBuilder(DECLARATIONS);
        for (int number = 1; number <= lines / each; number++) {
            text.append(SCENARIO.formatted(number));
        }
        return text.toString();
    }
}

// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import java.util.List;
import java.util.Locale;
import org.lwkt.bench.Bench;
import org.lwkt.bench.BenchException;
import org.lwkt.bench.Measured;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code lwkt bench}: how fast the kernel is on this machine. Needs no language and loads none. */
final class BenchCommand implements Subcommand {
    private static final String QUICK = "--quick";
    private static final String JSON = "--json";

    @Override
    public String name() {
        return "bench";
    }

    @Override
    public CommandSpec grammar() {
        CommandSpec grammar = CommandSpec.create().name(name());
        grammar.usageMessage()
                .description(
                        "Measures the kernel, whole machines and the language, each load in JVMs of its own, in nanoseconds"
                                + " for one operation. Takes many minutes. The names of the loads of lwkt_thread.c start"
                                + " with load, those of the files beside it with neighbour, the others with machine,"
                                + " scale and language.")
                .footer(ExitStatusHelp.lines());
        grammar.addOption(OptionSpec.builder(QUICK)
                .type(boolean.class)
                .arity("0")
                .description("one short run of each load: seconds, and figures to match")
                .build());
        grammar.addOption(OptionSpec.builder(JSON)
                .type(boolean.class)
                .arity("0")
                .description("prints JSON")
                .build());
        grammar.addPositional(PositionalParamSpec.builder()
                .index("0")
                .arity("0..1")
                .type(String.class)
                .paramLabel("NAME")
                .description("only the loads whose names contain this")
                .build());
        return grammar;
    }

    @Override
    public void run(ParseResult arguments, Session session) {
        boolean quick = arguments.matchedOptionValue(QUICK, false);
        try {
            List<Measured> measured = Bench.run(arguments.matchedPositionalValue(0, ""), quick);
            if (measured.isEmpty()) {
                throw new UsageException("no load has such a name");
            }
            session.console().print(arguments.matchedOptionValue(JSON, false) ? json(measured) : table(measured));
        } catch (BenchException e) {
            session.defect(e);
        }
    }

    static String table(List<Measured> measured) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%-32s %12s %12s %12s %12s %11s%n",
                "load",
                "best/ns",
                "mean/ns",
                "worst/ns",
                "best rate/s",
                "B/op"));
        for (Measured it : measured) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-32s %12.1f %12.1f %12.1f %12.0f %11.1f%n",
                    it.name(),
                    it.bestNs(),
                    it.meanNs(),
                    it.worstNs(),
                    it.rate(),
                    it.bytes()));
        }
        return text.toString();
    }

    static String json(List<Measured> measured) {
        StringBuilder text = new StringBuilder("[");
        String separator = "\n";
        for (Measured it : measured) {
            text.append(separator)
                    .append(String.format(
                            Locale.ROOT,
                            "  {\"load\": \"%s\", \"bestNs\": %.3f, \"meanNs\": %.3f, \"worstNs\": %.3f,"
                                    + " \"bytesPerOperation\": %.3f}",
                            it.name(),
                            it.bestNs(),
                            it.meanNs(),
                            it.worstNs(),
                            it.bytes()));
            separator = ",\n";
        }
        return text.append("\n]\n").toString();
    }
}

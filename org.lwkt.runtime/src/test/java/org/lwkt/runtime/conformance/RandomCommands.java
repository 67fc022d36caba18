// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/** Random commands of the whole command table: most have the right form, and few make sense where they stand. */
final class RandomCommands {
    private static final List<String> OPERATIONS = List.copyOf(new TreeSet<>(Operations.names()));
    /** Words that are good arguments of one kind or another, or of none. */
    private static final List<String> ANY = List.of(
            "-",
            "-1",
            "0",
            "1",
            "2",
            "3",
            "26",
            "99",
            "4096",
            "2147483647",
            "-2147483648",
            "2147483648",
            "+1",
            "0x1",
            "A",
            "B",
            "C",
            "D",
            "main",
            "idle0",
            "idle1",
            "nobody",
            "K0",
            "K7",
            "K8",
            "I0",
            "I3",
            "I4",
            "J0",
            "J7",
            "J8",
            "P0",
            "P1",
            "P7",
            "P8",
            "M0",
            "M1",
            "M15",
            "M16",
            "M26",
            "M",
            "S0",
            "S3",
            "S4",
            "L0",
            "L3",
            "L4",
            "X0",
            "X4",
            "ffffffffffffffff",
            "10000000000000000",
            "f0000",
            "zz",
            "dom=f0000",
            "dom=500",
            "dom=1ffffffff",
            "timo",
            "pcatch",
            "ilk",
            "prio",
            "drop",
            "abort=reply",
            "abort=slz",
            "nostart",
            "lwp",
            "int",
            "static",
            "fixed",
            "pri=31",
            "pri=-5",
            "pri=99999",
            "upri=3",
            "stack=0",
            "stack=4096",
            "null",
            "panic",
            "thread",
            "spin",
            "serialize",
            "none",
            "sched",
            "wakeup",
            "resend",
            "count",
            "sleep",
            "o1",
            "cpu0",
            "port.A",
            "lwp.D",
            "\u00e9",
            "end");

    private final Random random;
    private final int ncpus;

    RandomCommands(Random random, int ncpus) {
        this.random = random;
        this.ncpus = ncpus;
    }

    /** The commands that give the others something to work on. */
    List<String> setup() {
        List<String> commands = new ArrayList<>();
        commands.add("step 0 create A 0");
        commands.add("step 0 create B " + cpu() + " pri=20");
        commands.add("step 0 create C " + cpu() + " int pri=28");
        commands.add("step 0 create D " + cpu() + " lwp pri=7");
        for (int cpu = 1; cpu < ncpus; cpu++) {
            commands.add("ipi " + cpu);
        }
        for (int i = 0; i < 4; i++) {
            commands.add("step 0 initport P" + i + " " + pattern("porttype..."));
            commands.add("step 0 initmsg M" + i + " " + pick("P0", "P1", "P2", "P3", "main", "A") + messageOptions());
        }
        commands.removeIf(command -> random.nextInt(8) == 0);
        return commands;
    }

    private String messageOptions() {
        return " " + pick("", "prio", "drop", "abort=trace", "abort=reply", "abort=slz");
    }

    /** The next command. */
    String next() {
        return switch (random.nextInt(16)) {
            case 0 -> "ipi " + cpu();
            case 1 -> "tick " + cpu();
            case 2 -> "intr " + cpu() + " " + argument("thread");
            case 3 -> "timeout " + cpu() + " " + argument("thread");
            case 4 -> "step " + cpu() + " poll";
            case 5, 6 -> "fast " + cpu() + " " + operation();
            default -> "step " + cpu() + " " + operation();
        };
    }

    /** {@code command} with one word changed, left out or added. */
    String mutated(String command) {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        int at = random.nextInt(words.size());
        switch (random.nextInt(6)) {
            case 0 -> words.remove(at);
            case 1 -> words.add(at, any());
            case 2 -> words.set(Math.min(2, words.size() - 1), pick(OPERATIONS));
            default -> words.set(at, any());
        }
        return String.join(" ", words);
    }

    private String operation() {
        String name = pick(OPERATIONS);
        StringBuilder text = new StringBuilder(name);
        for (String kind : Operations.kinds(name)) {
            text.append(' ').append(random.nextInt(64) == 0 ? any() : argument(kind));
        }
        return text.toString().strip();
    }

    private String argument(String kind) {
        return switch (kind) {
            case "name" -> pick("A", "B", "C", "D", "E", "F", "averylongnamethatiscut");
            case "thread", "owner" -> pick("A", "B", "C", "D", "E", "main", "idle0", "-");
            case "lwp" -> pick("D", "E", "A");
            case "cpu" -> cpu();
            case "rotator" -> pick("-1", cpu(), cpu());
            case "number" -> pick("0", "1", "2", "4", "6", "7", "20", "31", "-1", any());
            case "bit" -> pick("0", "1");
            case "count" -> pick("0", "1", "3", "70", "130", "300");
            case "index" -> pick("0", "1", "2", "3", "4");
            case "token" -> "K" + random.nextInt(3);
            case "objport" -> "P" + random.nextInt(5);
            case "port" -> pick("P0", "P1", "P2", "P3", "P4", "main", "A", "B", "D");
            case "msg", "newmsg" -> "M" + random.nextInt(5);
            case "serializer" -> "S" + random.nextInt(2);
            case "lock" -> "L" + random.nextInt(2);
            case "sync" -> "X" + random.nextInt(2);
            case "ident" -> pick("I0", "I1", "J0", "J1", "J4", "P0", "M0", "S0", "A", "main");
            case "hex" -> pick("0", "1", "3", "f", "ffffffffffffffff", "1234abcd");
            case "mask" -> Integer.toHexString(random.nextInt(1 << ncpus));
            case "domain" -> pick("0", "10000", "ffffffff");
            case "text" -> pick("comm", "averylongnamethatiscut", "%s");
            case "createoptions...", "allocoptions..." ->
                pick("", "lwp", "int pri=20", "nostart", "static", "fixed spinport", "pri=9 upri=2", "stack=8192");
            case "msgoptions..." -> messageOptions();
            case "sleepoptions..." -> pick("", "timo", "pcatch", "ilk", "dom=10000", "pcatch timo dom=ffff0000");
            case "domainoptions..." -> pick("", "dom=10000");
            case "catchoptions..." -> pick("", "pcatch");
            case "sequence..." -> pick("", "0", "5", "-3");
            default -> pattern(kind);
        };
    }

    private String pattern(String kind) {
        StringBuilder text = new StringBuilder();
        String[] words = pick(ArgumentForm.patterns(kind)).split(" ");
        for (int i = 0; i < words.length; i++) {
            text.append(i == 0 || words[i].equals("fixed") ? words[i] : argument(words[i]))
                    .append(' ');
        }
        return text.toString().strip();
    }

    private String cpu() {
        return Integer.toString(random.nextInt(ncpus));
    }

    private String any() {
        return pick(ANY);
    }

    private String pick(String... words) {
        return words[random.nextInt(words.length)];
    }

    private String pick(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}

// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.architecture;

import java.io.InputStreamReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;

/** Each member does one thing that {@link RepeatableRuns} must find; nothing of it is ever run. */
@SuppressWarnings("unused")
final class Offender {
    static final String AN_IMMUTABLE_CONSTANT = "fine";

    static int variable;
    static final int[] ARRAY = {1};
    static final ArrayList<String> LIST = new ArrayList<>();
    static final StringBuilder TEXT = new StringBuilder();

    private Offender() {}

    static long millis() {
        return System.currentTimeMillis();
    }

    static LongSupplier nanosByReference() {
        return System::nanoTime;
    }

    static Object instant() {
        return Instant.now();
    }

    static Object date() {
        return LocalDate.now();
    }

    static double random() {
        return Math.random();
    }

    static Object generator() {
        return new Random(1);
    }

    static Object uuid() {
        return UUID.randomUUID();
    }

    static void shuffle(List<String> list) {
        Collections.shuffle(list);
    }

    static int identity(Object object) {
        return System.identityHashCode(object);
    }

    static int objectHash(Object object) {
        return object.hashCode();
    }

    static Object identityMap() {
        return new IdentityHashMap<String, String>();
    }

    static Object saltedSet() {
        return Set.of(1, 2);
    }

    static Object saltedMap() {
        return Map.of(1, 2);
    }

    static Object environment() {
        return System.getenv("HOME");
    }

    static Object property() {
        return System.getProperty("user.home");
    }

    static Object thread() {
        return Thread.currentThread();
    }

    static Object threadLocal() {
        return ThreadLocal.withInitial(String::new);
    }

    static Object executor() {
        return Executors.newCachedThreadPool();
    }

    static synchronized void synchronizedMethod() {
        variable++;
    }

    static void synchronizedBlock() {
        synchronized (LIST) {
            variable++;
        }
    }

    static String lower() {
        return "I".toLowerCase();
    }

    static String format(int number) {
        return String.format("%d", number);
    }

    static String formatted(int number) {
        return "%d".formatted(number);
    }

    static byte[] bytes() {
        return "x".getBytes();
    }

    static String text(byte[] bytes) {
        return new String(bytes);
    }

    static Object locale() {
        return Locale.getDefault();
    }

    static Object reader() {
        return new InputStreamReader(System.in);
    }

    static void printf(int number) {
        System.out.printf("%d", number);
    }
}

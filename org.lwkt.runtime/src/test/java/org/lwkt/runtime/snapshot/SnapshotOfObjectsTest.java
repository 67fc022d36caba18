// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SnapshotOfObjectsTest {
    /** One of each that a snapshot knows. */
    private static class Base {
        int inherited = 1;
    }

    private static final class All extends Base {
        final int fixed = 2;
        long aLong = 3;
        int anInt = -4;
        short aShort = -5;
        byte aByte = -6;
        char aChar = '7';
        boolean aBoolean = true;
        double aDouble = 8.5;
        float aFloat = -9.5f;
        String text = "ten";
        Integer boxed = 11;
        Thread.State constant = Thread.State.NEW;
        All next;
        Object anything = new Pair(12, new Cell());
        final long[] longs = {13, 14};
        int[] ints = {15};
        boolean[] booleans = {true, false};
        double[] doubles = {16.5};
        char[] chars = {'1', '7'};
        byte[] bytes = {18};
        Object[] objects = {new Cell(), null, "19"};
        int[][] nested = {{20}, {21, 22}};
        final List<Cell> list = new ArrayList<>(List.of(new Cell()));
        final ArrayDeque<Cell> deque = new ArrayDeque<>(List.of(new Cell()));
        final Map<String, Cell> map = new LinkedHashMap<>(Map.of("23", new Cell()));
        final List<Cell> fixedList = List.of(new Cell(), new Cell(), new Cell());
        final BitSet bits = BitSet.valueOf(new long[] {24});
        final Grower grower = new Grower();

        @Unhashed
        long counter = 25;

        @Constant
        final Object outside = new Object();

        IntSupplier captured = supplier(new Cell());

        static IntSupplier supplier(Cell cell) {
            return () -> cell.value;
        }
    }

    private static final class Cell {
        int value = 1;
    }

    private record Pair(int number, Cell cell) {}

    private static final class Grower implements Rewindable {
        private int length = 5;

        @Override
        public Object mark() {
            return length;
        }

        @Override
        public void rewind(Object mark) {
            length = (Integer) mark;
        }
    }

    private static void change(All all) {
        all.inherited = 101;
        all.aLong = 103;
        all.anInt = 104;
        all.aShort = 105;
        all.aByte = 106;
        all.aChar = 'x';
        all.aBoolean = false;
        all.aDouble = 108;
        all.aFloat = 109;
        all.text = null;
        all.boxed = 111;
        all.constant = Thread.State.BLOCKED;
        all.next = new All();
        ((Pair) all.anything).cell.value = 112;
        all.anything = null;
        all.longs[1] = 114;
        all.ints = new int[] {115, 116};
        all.booleans[1] = true;
        all.doubles[0] = 116;
        all.chars[0] = 'y';
        all.bytes[0] = 118;
        ((Cell) all.objects[0]).value = 119;
        all.objects[1] = new Cell();
        all.nested[1][0] = 121;
        all.list.getFirst().value = 122;
        all.list.add(new Cell());
        all.deque.getFirst().value = 123;
        all.deque.addFirst(new Cell());
        all.map.get("23").value = 124;
        all.map.put("24", new Cell());
        all.fixedList.get(2).value = 125;
        all.bits.set(77);
        all.grower.length = 126;
        all.counter = 127;
        all.captured = null;
    }

    @Test
    void everythingIsAsItWasInTheSameObjects() {
        All all = new All();
        all.next = all;
        IntSupplier captured = all.captured;
        StateHash hash = StateHash.of(all);
        Snapshot snapshot = new Snapshot(all);
        List<Cell> list = all.list;
        Cell cell = all.list.getFirst();
        Object[] objects = all.objects;

        change(all);
        assertNotEquals(hash, StateHash.of(all));
        snapshot.restore();

        assertEquals(hash, StateHash.of(all));
        assertSame(all, all.next);
        assertSame(captured, all.captured);
        assertSame(list, all.list);
        assertSame(cell, all.list.getFirst());
        assertSame(objects, all.objects);
        assertEquals(1, cell.value);
        assertEquals(1, all.inherited);
        assertEquals(-5, all.aShort);
        assertEquals(-6, all.aByte);
        assertEquals('7', all.aChar);
        assertTrue(all.aBoolean);
        assertEquals(8.5, all.aDouble);
        assertEquals(-9.5f, all.aFloat);
        assertEquals(1, all.captured.getAsInt());
        assertEquals(1, ((Pair) all.anything).cell.value);
        assertEquals(1, all.fixedList.get(2).value);
        assertEquals(BitSet.valueOf(new long[] {24}), all.bits);
        assertEquals(5, all.grower.length);
        assertEquals(25, all.counter);
        assertEquals(List.of("23"), List.copyOf(all.map.keySet()));
    }

    @Test
    void objectsWithTheSameContentHaveTheSameHash() {
        assertEquals(StateHash.of(new All()), StateHash.of(new All()));
        assertTrue(StateHash.of(new All()).toString().matches("[0-9a-f]{32}"));
    }

    /** Each single change of {@link #change} that a hash must show. */
    @Test
    void eachSingleDifferenceIsAnotherHash() {
        List<java.util.function.Consumer<All>> changes = List.of(
                all -> all.inherited++,
                all -> all.aLong++,
                all -> all.aByte++,
                all -> all.aShort++,
                all -> all.aChar++,
                all -> all.aBoolean = false,
                all -> all.aDouble++,
                all -> all.aFloat++,
                all -> all.text = "eleven",
                all -> all.boxed++,
                all -> all.constant = Thread.State.BLOCKED,
                all -> all.next = all,
                all -> all.next = new All(),
                all -> all.anything = new Pair(13, new Cell()),
                all -> ((Pair) all.anything).cell.value++,
                all -> all.longs[0]++,
                all -> all.ints[0]++,
                all -> all.booleans[0] = false,
                all -> all.doubles[0]++,
                all -> all.chars[1]++,
                all -> all.bytes[0]++,
                all -> all.objects[0] = all.list.getFirst(),
                all -> all.objects[1] = new Cell(),
                all -> all.objects[2] = "20",
                all -> all.nested[0][0]++,
                all -> all.list.add(new Cell()),
                all -> all.deque.getFirst().value++,
                all -> all.deque.clear(),
                all -> all.map.put("25", new Cell()),
                all -> all.fixedList.get(1).value++,
                all -> all.bits.set(3, false));
        List<StateHash> hashes = new ArrayList<>(List.of(StateHash.of(new All())));
        for (java.util.function.Consumer<All> change : changes) {
            All all = new All();
            change.accept(all);
            hashes.add(StateHash.of(all));
        }
        assertEquals(hashes.size(), hashes.stream().distinct().count());
    }

    @Test
    void whatIsNotStateDoesNotCount() {
        All all = new All();
        all.counter++;
        all.grower.length++;
        all.longs[0] = 13;
        all.ints = new int[] {15, 0, 0, 0};
        all.objects = new Object[] {all.objects[0], null, "19", null, null};
        assertEquals(StateHash.of(new All()), StateHash.of(all));
    }

    @Test
    void aLongChainDoesNotOverflowTheStack() {
        All first = new All();
        All last = first;
        for (int count = 0; count < 200_000; count++) {
            last.next = new All();
            last = last.next;
        }
        StateHash hash = StateHash.of(first);
        Snapshot snapshot = new Snapshot(first);
        last.anInt = 7;
        assertNotEquals(hash, StateHash.of(first));
        snapshot.restore();
        assertEquals(hash, StateHash.of(first));
    }

    @Test
    void anUnknownClassIsNamedWithItsOwner() {
        All all = new All();
        all.anything = new HashMap<>();
        for (Runnable taker : List.<Runnable>of(() -> new Snapshot(all), () -> StateHash.of(all))) {
            String message =
                    assertThrows(IllegalArgumentException.class, taker::run).getMessage();
            assertEquals(
                    "a snapshot does not know how to take down java.util.HashMap, in " + All.class.getName(), message);
        }
    }

    @Test
    void aWalkFindsEachObjectOnceWhateverTheirNumber() {
        Walk walk = new Walk();
        List<Object> objects =
                IntStream.range(0, 50_000).mapToObj(it -> (Object) new Cell()).toList();
        Shape shape = Shape.of(Cell.class);
        for (int turn = 0; turn < 2; turn++) {
            for (int index = 0; index < objects.size(); index++) {
                assertEquals(index, walk.reach(objects.get(index), shape));
            }
        }
        assertEquals(objects.size(), walk.size());
    }
}

package paymap.page.rows;

import java.util.Arrays;
import java.util.List;

/** Counts rows by the numbers that they hold in some columns. Each group is known by the first of its rows. */
final class GroupCounts {

    private static final int AT_FIRST = 1_024;
    private static final int MIX = 0x9E3779B9; // the golden ratio, which spreads numbers that lie close together

    private final int[][] columns;
    private int[] slots = new int[AT_FIRST * 2]; // a group + 1; 0 = free
    private int[] first = new int[AT_FIRST];
    private long[] rows = new long[AT_FIRST];
    private long[] openings = new long[AT_FIRST];
    private int size;

    /** @param columns the numbers of all rows in each */
    GroupCounts(List<int[]> columns) {
        this.columns = columns.toArray(int[][]::new);
    }

    void add(int row, int behind) {
        int slot = slot(row);
        if (slots[slot] == 0) {
            if (size == first.length) {
                grow();
                slot = slot(row);
            }
            first[size] = row;
            slots[slot] = ++size;
        }
        int group = slots[slot] - 1;
        rows[group]++;
        openings[group] += behind;
    }

    /** How many groups there are, numbered from 0. */
    int size() {
        return size;
    }

    int first(int group) {
        return first[group];
    }

    long rows(int group) {
        return rows[group];
    }

    long openings(int group) {
        return openings[group];
    }

    /** Where the group of a row is, or would be. */
    private int slot(int row) {
        int slot = hash(row) & (slots.length - 1);
        while (slots[slot] != 0 && !isAlike(first[slots[slot] - 1], row)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private int hash(int row) {
        int hash = 0;
        for (int[] column : columns) {
            hash = (hash ^ column[row]) * MIX;
            hash ^= hash >>> 15;
        }
        return hash;
    }

    private boolean isAlike(int one, int other) {
        for (int[] column : columns) {
            if (column[one] != column[other]) {
                return false;
            }
        }
        return true;
    }

    private void grow() {
        first = Arrays.copyOf(first, size * 2);
        rows = Arrays.copyOf(rows, size * 2);
        openings = Arrays.copyOf(openings, size * 2);
        slots = new int[size * 4];
        for (int group = 0; group < size; group++) {
            slots[slot(first[group])] = group + 1;
        }
    }
}

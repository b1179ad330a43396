package paymap.page.rows;

import java.util.Arrays;

/** Numbers of rows while nobody knows how many will come. */
final class Ints {

    private static final int AT_FIRST = 1_024;

    private int[] values = new int[AT_FIRST];
    private int size;

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    int[] all() {
        return Arrays.copyOf(values, size);
    }
}

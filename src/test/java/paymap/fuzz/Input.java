package paymap.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/** Bytes of the fuzzer as what a target takes. */
public final class Input {

    private Input() {}

    public static String text(byte[] input) {
        return new String(input, UTF_8);
    }

    /** So many parts by line breaks, the last with what is left; those that are missing are empty. */
    public static String[] parts(byte[] input, int count) {
        String[] found = text(input).split("\n", count);
        String[] parts = new String[count];
        for (int i = 0; i < count; i++) {
            parts[i] = i < found.length ? found[i] : "";
        }
        return parts;
    }

    /** What a reader gives; null = it refuses, in a sentence. */
    public static <T> @Nullable T orRefused(java.util.function.Supplier<T> read) {
        try {
            return read.get();
        } catch (IllegalArgumentException e) {
            sentence(e.getMessage());
            return null;
        }
    }

    /** A refusal tells a person something. */
    public static void sentence(@Nullable String message) {
        that(message != null && !message.isBlank(), "a refusal without a word: " + message);
    }

    /** @throws AssertionError unless it holds */
    public static void that(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}

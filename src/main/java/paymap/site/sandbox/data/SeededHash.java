package paymap.site.sandbox.data;

/** One number out of several, the same on every machine and every Java. */
public final class SeededHash {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private SeededHash() {}

    /** Of what the parts are as text, in their order. */
    public static long of(Object... parts) {
        long hash = GOLDEN;
        for (Object part : parts) {
            String text = part.toString();
            for (int i = 0; i < text.length(); i++) {
                hash = mix(hash + text.charAt(i));
            }
            hash = mix(hash ^ GOLDEN); // so that "ab", "c" and "a", "bc" differ
        }
        return hash;
    }

    /** From 0, included, to 1, excluded. */
    public static double fraction(long hash) {
        return (hash >>> 11) * 0x1.0p-53;
    }

    /** From 0 to {@code bound} - 1. */
    public static int below(int bound, long hash) {
        return (int) Long.remainderUnsigned(hash, bound);
    }

    /** Lower-case hexadecimal digits, as many as asked for (at most 16 differ). */
    public static String hex(int digits, long hash) {
        String found = Long.toHexString(hash);
        String sixteen = "0".repeat(16 - found.length()) + found;
        return sixteen.repeat(digits / 16 + 1).substring(0, digits);
    }

    /** The finalizer of SplitMix64 (Steele, Lea, Flood 2014). */
    private static long mix(long value) {
        long mixed = value;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}

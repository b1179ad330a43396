package paymap.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The seeds of each target, and what is made of them by a few careless hands. */
class SeedsTest {

    private static final int CHANGED = 15;

    @ParameterizedTest
    @EnumSource(Target.class)
    void whateverBecomesOfASeedItIsReadOrRefused(Target target) throws Exception {
        Random random = new Random(target.ordinal());
        List<byte[]> seeds = seeds(target);
        assertFalse(seeds.isEmpty(), "no seeds of " + target.word());

        for (byte[] seed : seeds) {
            judged(target, seed);
            byte[] changed = seed;
            for (int i = 0; i < CHANGED; i++) {
                changed = i % 5 == 0 ? changed(seed, random) : changed(changed, random);
                judged(target, changed);
            }
        }
    }

    @Test
    void theJudgesAreNotAsleep() {
        assertThrows(AssertionError.class, () -> Input.sentence(" "));
        assertThrows(AssertionError.class, () -> Input.that(false, "x"));
    }

    /** A failure must name the input that made it. */
    private static void judged(Target target, byte[] input) {
        try {
            target.judge(input);
        } catch (Throwable e) { // also what fills the stack or the memory
            throw new AssertionError(target.word() + " of " + HexFormat.of().formatHex(input), e);
        }
    }

    /** With something flipped, lost, doubled, put in, or swapped. */
    private static byte[] changed(byte[] from, Random random) {
        if (from.length == 0) {
            return new byte[] {(byte) random.nextInt(256)};
        }
        int at = random.nextInt(from.length);
        int length = Math.min(from.length - at, 1 + random.nextInt(16));
        byte[] changed = from.clone();
        switch (random.nextInt(4)) {
            case 0 -> changed[at] = (byte) random.nextInt(256);
            case 1 -> changed = joined(Arrays.copyOf(from, at), Arrays.copyOfRange(from, at + length, from.length));
            case 2 -> changed = joined(Arrays.copyOf(from, at + length), Arrays.copyOfRange(from, at, from.length));
            default -> {
                byte other = changed[random.nextInt(from.length)];
                changed[at] = other;
            }
        }
        return changed;
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] joined = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, joined, one.length, other.length);
        return joined;
    }

    private static List<byte[]> seeds(Target target) throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(SeedsTest.class.getResource(target.word()), target.word())
                .toURI());
        List<byte[]> seeds = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder).sorted()) {
            for (Path file : files.toList()) {
                seeds.add(Files.readAllBytes(file));
            }
        }
        return seeds;
    }
}

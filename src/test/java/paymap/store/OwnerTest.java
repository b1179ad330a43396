package paymap.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class OwnerTest {

    private final Owner self = Owner.self();

    @Test
    void thisProcessLivesAndHasAHost() {
        assertFalse(self.isGone());
        assertFalse(self.host().isEmpty());
        assertEquals(Optional.of(self), Owner.of(self.toString()));
    }

    @Test
    void anotherProcessWithItsNumberIsNotIt() {
        assertTrue(new Owner(self.host(), self.pid(), self.start() + 1).isGone());
    }

    @Test
    void ofAnotherHostNothingIsKnown() {
        assertFalse(new Owner("boot:1", self.pid(), self.start() + 1).isGone());
        assertFalse(new Owner("boot:1", 999_999_999, 1).isGone());
    }

    @Test
    void namesOfEarlierVersionsCountOnThisMachine() {
        ProcessHandle process = ProcessHandle.current();
        long start = process.info().startInstant().orElseThrow().toEpochMilli();

        assertFalse(Owner.of(process.pid() + "@" + start).orElseThrow().isGone());
        assertTrue(Owner.of(process.pid() + "@" + (start - 5000)).orElseThrow().isGone());
        assertTrue(Owner.of("999999999@1").orElseThrow().isGone());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@", "1@", "@1", "x@1", "/1@1", "a/b/1@1", "1@99999999999999999999", "host/-1@1"})
    void whatNoVersionWroteIsNobodysName(String name) {
        assertEquals(Optional.empty(), Owner.of(name));
    }

    @Test
    void aProcessThatDiedButWasNotCollectedIsGone() throws Exception {
        assumeTrue(Files.exists(Path.of("/proc/self/stat")), "zombies are looked for on Linux only");
        // The child lives until its input ends; a shell might collect it, the sleep that the shell becomes does not.
        Process parent = new ProcessBuilder("sh", "-c", "exec 3<&0; cat <&3 & echo $!; exec sleep 30").start();
        try (BufferedReader told = parent.inputReader()) {
            long child = Long.parseLong(told.readLine());
            Path name = Path.of("/proc/" + parent.pid() + "/comm");
            while (!Files.readString(name).equals("sleep\n")) {
                assertFalse(parent.waitFor(10, TimeUnit.MILLISECONDS));
            }
            parent.getOutputStream().close();
            String[] stat = stat(child);
            while (!stat[0].equals("Z")) {
                assertFalse(parent.waitFor(10, TimeUnit.MILLISECONDS));
                stat = stat(child);
            }

            assertTrue(new Owner(self.host(), child, Long.parseLong(stat[19])).isGone());
            long start = ProcessHandle.of(child)
                    .flatMap(process -> process.info().startInstant())
                    .orElseThrow()
                    .toEpochMilli();
            assertTrue(Owner.of(child + "@" + start).orElseThrow().isGone(), "by its name of earlier versions");
        } finally {
            parent.destroyForcibly();
        }
    }

    @Test
    void aChildThatRunsIsThereUntilItEnds() throws Exception {
        assumeTrue(Files.exists(Path.of("/proc/self/stat")), "other processes are seen on Linux only");
        Process child = new ProcessBuilder("sleep", "30").start();
        Owner owner = new Owner(self.host(), child.pid(), Long.parseLong(stat(child.pid())[19]));

        assertFalse(owner.isGone());
        child.destroyForcibly().waitFor();
        assertTrue(owner.isGone());
    }

    /** From the state on. */
    private static String[] stat(long pid) throws Exception {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    }
}

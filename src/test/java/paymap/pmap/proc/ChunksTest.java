package paymap.pmap.proc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paymap.pmap.PingerChoice;
import paymap.pmap.ScanPlan;
import paymap.pmap.ScanSettings;
import paymap.pmap.target.Address;
import paymap.pmap.target.Ports;
import paymap.pmap.target.Services;
import paymap.pmap.target.TargetsTest;

class ChunksTest {

    /** Hosts, ports, workers; then how many chunks, hosts in the first, ports in the first. */
    @ParameterizedTest
    @CsvSource({
        "10.0.0.1,              1-1024,  2, 2,  1,   512",
        "10.0.0.1,              1-3,     2, 2,  1,   2",
        "10.0.0.1,              80,      2, 1,  1,   1",
        "10.0.0.1,              1-65535, 2, 16, 1,   4096",
        "10.0.0.0/24,           1-1024,  2, 8,  32,  1024", // four shares a worker
        "10.0.0.0/24,           1-65535, 2, 256, 1,  65535",
        "10.0.0.0/16,           1-1024,  2, 1024, 64, 1024", // 65,536 probes each
        "'10.0.0.1,10.0.0.9',   1-1024,  2, 2,  1,   1024",
    })
    void cutsHostsIntoRunsAndTheHostThatIsAloneIntoSlices(
            String hosts, String ports, int workers, int chunks, long hostsInFirst, int portsInFirst) {
        List<Chunk> all = all(new Chunks(plan(ScanPlan.Kind.TCP, hosts, ports), workers, new Random(1)));

        assertEquals(chunks, all.size());
        assertEquals(hostsInFirst, all.get(0).hosts.count());
        assertEquals(portsInFirst, all.get(0).ports.count());
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.1,1,1", "10.0.0.0/24,4,64", "10.0.0.0/16,64,1024"})
    void pingsHostsInRunsOfSixtyFourToAThousand(String hosts, int chunks, long hostsInFirst) {
        List<Chunk> all = all(new Chunks(plan(ScanPlan.Kind.PING, hosts, "1-1024"), 2, new Random(1)));

        assertEquals(chunks, all.size());
        assertEquals(hostsInFirst, all.get(0).hosts.count());
    }

    @Test
    void slicesHaveEveryPortOnceAndEachSomeOfTheCommonOnes() {
        BitSet seen = new BitSet();
        for (Chunk chunk : all(new Chunks(plan(ScanPlan.Kind.TCP, "10.0.0.1", "1-1024"), 4, new Random(1)))) {
            assertTrue(chunk.slice);
            assertFalse(chunk.discover);
            BitSet ports = new BitSet();
            for (int port : chunk.ports.sorted()) {
                assertFalse(seen.get(port), "twice: " + port);
                seen.set(port);
                ports.set(port);
            }
            assertTrue(ports.get(80) || ports.get(443) || ports.get(22) || ports.get(445));
        }
        assertEquals(1024, seen.cardinality());
    }

    @Test
    void runsOfHostsCoverEachAddressOnceAcrossRanges() {
        List<String> covered = new ArrayList<>();
        for (Chunk chunk : all(new Chunks(plan(ScanPlan.Kind.TCP, "10.0.0.1-3,10.0.0.7-9", "1-9"), 1, new Random(1)))) {
            assertTrue(chunk.discover);
            covered.add(chunk.describe());
        }

        assertEquals(List.of("10.0.0.1", "10.0.0.2", "10.0.0.3", "10.0.0.7", "10.0.0.8", "10.0.0.9"), covered);
    }

    @ParameterizedTest
    @CsvSource({"TCP,10.0.0.0/24,1-1024", "TCP,'10.0.0.1-9,10.0.7.0/28',80", "PING,10.0.0.0/20,1", "TCP,10.0.0.1,1-100"
    })
    void shuffledHostsAreEachInOneChunkFromAllOver(ScanPlan.Kind kind, String hosts, String ports) {
        ScanPlan usual = plan(kind, hosts, ports);
        ScanPlan shuffled = new ScanPlan(
                kind,
                usual.targets(),
                usual.ports(),
                new ScanSettings(64, Duration.ofSeconds(1), ScanSettings.AS_NEEDED, 0, false, false, Duration.ZERO, 3),
                PingerChoice.AUTO);
        TreeSet<Address> wanted = new TreeSet<>();
        usual.targets().forEach(wanted::add);
        List<Address> covered = new ArrayList<>();
        List<Chunk> chunks = all(new Chunks(shuffled, 2, new Random(1)));
        for (Chunk chunk : chunks) {
            if (!chunk.slice || covered.isEmpty()) {
                chunk.hosts.forEach(covered::add);
            }
        }

        assertEquals(wanted.size(), covered.size());
        assertEquals(wanted, new TreeSet<>(covered));
        assertEquals(wanted.size() > 100, chunks.get(0).hosts.ranges().size() > 10, "not one run");
    }

    @Test
    void aChunkThatWasPutBackIsGivenNext() {
        Chunks chunks = new Chunks(plan(ScanPlan.Kind.TCP, "10.0.0.1", "1-1024"), 2, new Random(1));
        Chunk first = chunks.next();
        chunks.next();
        assertFalse(chunks.hasNext());

        chunks.requeue(first);

        assertTrue(chunks.hasNext());
        assertSame(first, chunks.next());
    }

    @Test
    void aHugeNetworkIsCutAsItIsAskedFor() {
        Chunks chunks = new Chunks(plan(ScanPlan.Kind.TCP, "10.0.0.0/8", "1-1024"), 2, new Random(1));

        assertEquals(1 << 16, chunks.most());
        assertEquals("10.0.0.0-10.0.0.63", chunks.next().describe());
    }

    private static List<Chunk> all(Chunks chunks) {
        List<Chunk> all = new ArrayList<>();
        for (Chunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
            all.add(chunk);
        }
        assertFalse(chunks.hasNext());
        return all;
    }

    private static ScanPlan plan(ScanPlan.Kind kind, String hosts, String ports) {
        return new ScanPlan(
                kind,
                TargetsTest.reader().targets(hosts, "", false),
                Ports.of(ports, new Services(Services.SYSTEM)),
                new ScanSettings(64, Duration.ofSeconds(1), ScanSettings.AS_NEEDED, 0, false, false),
                PingerChoice.AUTO);
    }
}

package paymap.pmap.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import paymap.pmap.HostResult;
import paymap.pmap.PortState;
import paymap.pmap.ScanPlan;
import paymap.pmap.file.ScanChange;
import paymap.pmap.file.ScanComparison;
import paymap.pmap.file.StoredScan;
import paymap.pmap.report.ScanGrid.Cell;
import paymap.pmap.report.ScanGrid.Mark;
import paymap.pmap.report.ScanGrid.Row;
import paymap.pmap.target.PortSet;

class ScanGridTest {

    private static final Cell OPEN = new Cell(PortState.OPEN, null);
    private static final Cell CLOSED = new Cell(PortState.CLOSED, null);
    private static final Cell FILTERED = new Cell(PortState.FILTERED, null);

    private static MadeUpScan scan() {
        return new MadeUpScan(ScanPlan.Kind.TCP, "10.0.0.0/24");
    }

    private static List<String> hosts(ScanGrid grid) {
        return grid.rows().stream().map(row -> row.hosts().toString()).toList();
    }

    @Test
    void aPortThatIsOpenSomewhereIsAColumnAndHostsThatLookTheSameAreOneRow() {
        ScanGrid grid = ScanGrid.of(
                scan().open(1, 22, 80)
                        .open(2, 22, 80)
                        .open(9, 22)
                        .open(3, 22, 80)
                        .silent(5)
                        .scan(),
                null);

        assertEquals(List.of(22, 80), grid.ports());
        assertEquals(List.of("10.0.0.1-10.0.0.3", "10.0.0.9"), hosts(grid));
        assertEquals(List.of(OPEN, OPEN), grid.rows().get(0).look().cells());
        assertEquals(List.of(OPEN, CLOSED), grid.rows().get(1).look().cells());
        assertEquals(0, grid.further());
    }

    @Test
    void aFilteredPortIsToldFromAClosedOne() {
        StoredScan scan =
                scan().open(1, 22, 80).with(2, PortSet.of(22), PortSet.of(80)).scan();

        assertEquals(
                List.of(OPEN, FILTERED),
                ScanGrid.of(scan, null).rows().get(1).look().cells());
    }

    @Test
    void thePortsThatMostHostsHaveOpenAreColumnsAndTheOthersAreToldInTheRow() {
        MadeUpScan scan = scan();
        int[] usual = IntStream.rangeClosed(1, ScanGrid.MOST_PORTS).toArray();
        scan.open(1, usual).open(2, usual).open(3, 500, 501, 502);

        ScanGrid grid = ScanGrid.of(scan.scan(), null);

        assertEquals(IntStream.of(usual).boxed().toList(), grid.ports());
        assertEquals("500-502", grid.rows().get(1).look().rest().toString());
        assertEquals("", grid.rows().get(0).look().rest().toString());
    }

    @Test
    void aHostWithEverythingOpenDoesNotChooseTheColumns() {
        ScanGrid grid = ScanGrid.of(
                scan().with(1, PortSet.of("1-1000"), PortSet.EMPTY).open(2, 443).scan(), null);

        assertEquals(List.of(443), grid.ports());
        assertEquals("1-442,444-1000", grid.rows().get(0).look().rest().toString());
    }

    @Test
    void aHostThatAnswersEverywhereOrInPartIsInARowOfItsOwn() {
        ScanGrid grid = ScanGrid.of(
                scan().open(1, 22).saidAndTimedOut(2, "x").everything(3).scan(), null);

        assertEquals(List.of("10.0.0.1", "10.0.0.2", "10.0.0.3"), hosts(grid));
        assertEquals(
                List.of(false, true, false),
                grid.rows().stream().map(row -> row.look().timedOut()).toList());
        assertEquals(
                HostResult.Suspicion.EVERY_PORT_OPEN, grid.rows().get(2).look().suspicion());
        assertNull(grid.rows().get(0).look().suspicion());
    }

    @Test
    void changesAreMarkedInTheirCellsAndGoneHostsHaveRows() {
        StoredScan old =
                scan().open(1, 22, 80).open(2, 22).open(3, 25).silent(4).scan();
        StoredScan now = scan().open(1, 22, 8).open(2, 22).silent(3).open(4, 22).scan();

        ScanGrid grid = ScanGrid.of(now, ScanComparison.of(old, now));

        assertEquals(List.of(8, 22, 25, 80), grid.ports());
        assertEquals(List.of("10.0.0.1", "10.0.0.2", "10.0.0.3", "10.0.0.4"), hosts(grid));
        assertEquals(
                List.of(Mark.NONE, Mark.NONE, Mark.GONE, Mark.CAME),
                grid.rows().stream().map(row -> row.look().mark()).toList());
        assertEquals(
                List.of(
                        new Cell(PortState.OPEN, ScanChange.Kind.OPENED),
                        OPEN,
                        CLOSED,
                        new Cell(PortState.CLOSED, ScanChange.Kind.CLOSED)),
                grid.rows().get(0).look().cells());
        Cell nothing = new Cell(null, null);
        assertEquals(
                List.of(nothing, nothing, new Cell(null, ScanChange.Kind.GONE), nothing),
                grid.rows().get(2).look().cells());
    }

    @Test
    void whetherAPortIsClosedOrFilteredIsNoChangeOfTheGrid() {
        StoredScan old = scan().open(1, 22).scan();
        StoredScan now = scan().with(1, PortSet.of(22), PortSet.of("100-200")).scan();

        ScanGrid grid = ScanGrid.of(now, ScanComparison.of(old, now));

        assertEquals(List.of(22), grid.ports());
        assertEquals(List.of(OPEN), grid.rows().get(0).look().cells());
    }

    @Test
    void rowsEndWhereAPageWouldAndWhoHadNoneIsCounted() {
        MadeUpScan scan = scan();
        for (int i = 0; i < ScanGrid.MOST_ROWS + 3; i++) {
            scan.with(i, PortSet.of(22), PortSet.of(1 + i % 900));
            scan.open(i, 1 + i % 997, 1 + i / 997);
        }
        ScanGrid grid = ScanGrid.of(scan.scan(), null);
        long shown = grid.rows().stream()
                .map(Row::hosts)
                .mapToLong(hosts -> hosts.count())
                .sum();

        assertEquals(ScanGrid.MOST_ROWS + 3, shown + grid.further());
        assertEquals(ScanGrid.MOST_PORTS, grid.ports().size());
    }
}

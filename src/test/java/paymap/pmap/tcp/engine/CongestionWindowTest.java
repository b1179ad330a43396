package paymap.pmap.tcp.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CongestionWindowTest {

    @Test
    void beginsWithTheMostAndNeverGrowsBeyond() {
        CongestionWindow window = new CongestionWindow(8, 256);
        window.grow(CongestionWindow.BY_ANSWER);

        assertEquals(256, window.size());
    }

    @Test
    void halvesOnceWithinAnIntervalAndNeverBelowTheSmallest() {
        CongestionWindow window = new CongestionWindow(8, 20);
        window.halve(0, 100);
        assertEquals(10, window.size());
        window.halve(99, 100);
        assertEquals(10, window.size());
        window.halve(100, 100);
        assertEquals(8, window.size());
    }

    @Test
    void withoutAnIntervalEachLossCounts() {
        CongestionWindow window = new CongestionWindow(1, 256);
        window.halve(0, 0);
        window.halve(0, 0);

        assertEquals(64, window.size());
    }

    @Test
    void growsByOneForAnAnswerAndByHalfForSilence() {
        CongestionWindow window = new CongestionWindow(1, 100);
        window.halve(0, 0);
        window.grow(CongestionWindow.BY_ANSWER);
        assertEquals(51, window.size());
        window.grow(CongestionWindow.BY_SILENCE);
        assertEquals(51, window.size());
        window.grow(CongestionWindow.BY_SILENCE);
        assertEquals(52, window.size());
    }

    @Test
    void whereFewerThanTheSmallestWereAskedForThatCounts() {
        CongestionWindow window = new CongestionWindow(8, 3);
        window.halve(0, 0);

        assertEquals(3, window.size());
    }
}

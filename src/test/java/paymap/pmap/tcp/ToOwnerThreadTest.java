package paymap.pmap.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import paymap.pmap.Heard;
import paymap.pmap.PortResult;
import paymap.pmap.Reason;
import paymap.pmap.ScanListener;
import paymap.pmap.target.Address;

class ToOwnerThreadTest {

    @Test
    void nothingIsToldBeforeTheOwnerLooksAndThenAllInOrder() {
        Queue<ToOwnerThread.Event> queue = new ArrayDeque<>();
        ToOwnerThread toOwner = new ToOwnerThread();
        toOwner.to(queue::add);
        Heard heard = new Heard();

        toOwner.open(Address.of("192.0.2.1"), new PortResult(80, Reason.CONNECTED, 5));
        toOwner.open(Address.of("192.0.2.1"), new PortResult(22, Reason.CONNECTED, 5));
        toOwner.trouble("trouble");

        assertEquals(List.of(), heard.open);
        queue.forEach(event -> event.tell(heard));
        assertEquals(List.of("192.0.2.1:80", "192.0.2.1:22"), heard.open);
        assertEquals(List.of("trouble"), heard.troubles);
    }

    @Test
    void everyEventIsBrought() {
        assertEquals(events(ScanListener.class), events(ToOwnerThread.class));
    }

    /** The events that a class handles itself. */
    private static TreeSet<String> events(Class<?> listener) {
        TreeSet<String> known = Stream.of(ScanListener.class.getDeclaredMethods())
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        return Arrays.stream(listener.getDeclaredMethods())
                .map(Method::getName)
                .filter(known::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

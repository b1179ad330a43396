package paymap.pmap.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import paymap.pmap.Heard;
import paymap.pmap.HostResult;
import paymap.pmap.PortResult;
import paymap.pmap.Reason;
import paymap.pmap.ScanListener;
import paymap.pmap.target.Address;
import paymap.pmap.target.PortSet;

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

    @Test
    void eachIsToldAsItCame() {
        Address host = Address.of("192.0.2.1");
        PortResult port = new PortResult(80, Reason.CONNECTED, 5);
        HostResult result = new HostResult(host, HostResult.Verdict.SCANNED, List.of(port), 1, 2, 3, 0, List.of());
        List<Consumer<ScanListener>> events = List.of(
                listener -> listener.open(host, port),
                listener -> listener.ports(host, Map.of(Reason.REFUSED, PortSet.of("1-9"))),
                listener -> listener.host(result),
                listener -> listener.alive(host, 7),
                listener -> listener.silent(host),
                listener -> listener.rttKnown(host, 8),
                listener -> listener.chose("chose"),
                listener -> listener.decided("decided"),
                listener -> listener.trouble("trouble"),
                listener -> listener.progress(new ScanListener.Progress(1, 2, 3)));
        List<String> direct = new ArrayList<>();
        List<String> brought = new ArrayList<>();
        Queue<ToOwnerThread.Event> queue = new ArrayDeque<>();
        ToOwnerThread toOwner = new ToOwnerThread();
        events.get(0).accept(toOwner); // nobody looks yet
        toOwner.to(queue::add);

        events.forEach(event -> event.accept(writing(direct)));
        events.forEach(event -> event.accept(toOwner));
        queue.forEach(event -> event.tell(writing(brought)));

        assertEquals(10, direct.size());
        assertEquals(direct, brought);
    }

    /** Writes down what it is told, with all that belongs to it. */
    private static ScanListener writing(List<String> told) {
        return (ScanListener) Proxy.newProxyInstance(
                ScanListener.class.getClassLoader(), new Class<?>[] {ScanListener.class}, (self, method, values) -> {
                    told.add(method.getName() + Arrays.toString(values));
                    return null;
                });
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

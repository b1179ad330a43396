package paymap.pmap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import org.junit.jupiter.api.Test;

class ReasonTest {

    @Test
    void readsWhatJavaThrowsAsMeasured() {
        assertEquals(Reason.REFUSED, Reason.of(new ConnectException("Connection refused")));
        assertEquals(Reason.SILENT, Reason.of(new ConnectException("Connection timed out")));
        assertEquals(Reason.NO_ROUTE, Reason.of(new NoRouteToHostException("No route to host")));
        assertEquals(Reason.NO_ROUTE, Reason.of(new ConnectException("No route to host")));
        assertEquals(Reason.NET_UNREACHABLE, Reason.of(new SocketException("Network is unreachable")));
        assertEquals(Reason.NO_PROTOCOL, Reason.of(new SocketException("Protocol not available")));
    }

    @Test
    void troubleOfThisMachineIsNoStateOfAPort() {
        assertEquals(Reason.LOCAL, Reason.of(new SocketException("Too many open files")));
        assertEquals(Reason.LOCAL, Reason.of(new IOException("Too many open files")));
        assertEquals(Reason.LOCAL, Reason.of(new BindException("Cannot assign requested address")));
        assertEquals(Reason.LOCAL, Reason.of(new SocketException("No buffer space available")));
        assertEquals(Reason.LOCAL, Reason.of(new SocketException("Operation not permitted")));
        assertEquals(PortState.ERROR, Reason.LOCAL.state());
    }

    @Test
    void whatNobodyHasMetIsAnErrorAndNotAState() {
        assertEquals(Reason.OTHER, Reason.of(new SocketException("something new")));
        assertEquals(Reason.OTHER, Reason.of(new IOException((String) null)));
        assertEquals(PortState.ERROR, Reason.OTHER.state());
    }
}

package paymap.pmap.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import org.junit.jupiter.api.Test;
import paymap.pmap.PortState;
import paymap.pmap.Reason;

class ConnectErrorsTest {

    @Test
    void readsWhatJavaThrowsAsMeasured() {
        assertEquals(Reason.REFUSED, ConnectErrors.reason(new ConnectException("Connection refused")));
        assertEquals(Reason.SILENT, ConnectErrors.reason(new ConnectException("Connection timed out")));
        assertEquals(Reason.NO_ROUTE, ConnectErrors.reason(new NoRouteToHostException("No route to host")));
        assertEquals(Reason.NO_ROUTE, ConnectErrors.reason(new ConnectException("No route to host")));
        assertEquals(Reason.NET_UNREACHABLE, ConnectErrors.reason(new SocketException("Network is unreachable")));
        assertEquals(Reason.NO_PROTOCOL, ConnectErrors.reason(new SocketException("Protocol not available")));
    }

    @Test
    void troubleOfThisMachineIsNoStateOfAPort() {
        assertEquals(Reason.LOCAL, ConnectErrors.reason(new SocketException("Too many open files")));
        assertEquals(Reason.LOCAL, ConnectErrors.reason(new IOException("Too many open files")));
        assertEquals(Reason.LOCAL, ConnectErrors.reason(new BindException("Cannot assign requested address")));
        assertEquals(Reason.LOCAL, ConnectErrors.reason(new SocketException("No buffer space available")));
        assertEquals(PortState.ERROR, Reason.LOCAL.state());
    }

    @Test
    void whatThisMachineForbidsIsNoPassingTrouble() {
        assertEquals(Reason.FORBIDDEN, ConnectErrors.reason(new SocketException("Operation not permitted")));
        assertEquals(Reason.FORBIDDEN, ConnectErrors.reason(new BindException("Permission denied")));
        assertEquals(Reason.FORBIDDEN, ConnectErrors.reason(new SocketException("Permission denied: connect")));
        assertEquals(PortState.ERROR, Reason.FORBIDDEN.state());
    }

    @Test
    void whatNobodyHasMetIsAnErrorAndNotAState() {
        assertEquals(Reason.OTHER, ConnectErrors.reason(new SocketException("something new")));
        assertEquals(Reason.OTHER, ConnectErrors.reason(new IOException((String) null)));
        assertEquals(PortState.ERROR, Reason.OTHER.state());
    }
}

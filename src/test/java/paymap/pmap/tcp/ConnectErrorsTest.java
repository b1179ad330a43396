package paymap.pmap.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import org.junit.jupiter.api.Test;
import paymap.pmap.PortState;
import paymap.pmap.Reason;

class ConnectErrorsTest {

    private final ConnectErrors errors = new ConnectErrors();

    @Test
    void readsWhatJavaThrowsAsMeasured() {
        assertEquals(Reason.REFUSED, errors.reason(new ConnectException("Connection refused")));
        assertEquals(Reason.SILENT, errors.reason(new ConnectException("Connection timed out")));
        assertEquals(Reason.NO_ROUTE, errors.reason(new NoRouteToHostException("No route to host")));
        assertEquals(Reason.NO_ROUTE, errors.reason(new ConnectException("No route to host")));
        assertEquals(Reason.NET_UNREACHABLE, errors.reason(new SocketException("Network is unreachable")));
        assertEquals(Reason.NO_PROTOCOL, errors.reason(new SocketException("Protocol not available")));
    }

    @Test
    void troubleOfThisMachineIsNoStateOfAPort() {
        assertEquals(Reason.LOCAL, errors.reason(new SocketException("Too many open files")));
        assertEquals(Reason.LOCAL, errors.reason(new IOException("Too many open files")));
        assertEquals(Reason.LOCAL, errors.reason(new BindException("Cannot assign requested address")));
        assertEquals(Reason.LOCAL, errors.reason(new SocketException("No buffer space available")));
        assertEquals(PortState.ERROR, Reason.LOCAL.state());
    }

    @Test
    void whatThisMachineForbidsIsNoPassingTrouble() {
        assertEquals(Reason.FORBIDDEN, errors.reason(new SocketException("Operation not permitted")));
        assertEquals(Reason.FORBIDDEN, errors.reason(new BindException("Permission denied")));
        assertEquals(Reason.FORBIDDEN, errors.reason(new SocketException("Permission denied: connect")));
        assertEquals(PortState.ERROR, Reason.FORBIDDEN.state());
    }

    @Test
    void whatNobodyHasMetIsAnErrorAndNotAState() {
        assertEquals(Reason.OTHER, errors.reason(new SocketException("something new")));
        assertEquals(Reason.OTHER, errors.reason(new IOException((String) null)));
        assertEquals(PortState.ERROR, Reason.OTHER.state());
    }

    @Test
    void readsTheSentencesOfTheCLibraryInTheLanguageOfTheUser() {
        ConnectErrors chinese = new ConnectErrors(number -> number == 111 ? "拒绝连接" : "错误 " + number, "Linux");

        assertEquals(Reason.REFUSED, chinese.reason(new ConnectException("拒绝连接")));
        assertEquals(Reason.NET_UNREACHABLE, chinese.reason(new SocketException("错误 101")));
        assertEquals(Reason.FORBIDDEN, chinese.reason(new BindException("错误 13")));
        assertEquals(Reason.LOCAL, chinese.reason(new BindException("错误 98"))); // any other is trouble all the same
        assertEquals(Reason.REFUSED, chinese.reason(new ConnectException("Connection refused")));
        assertEquals(Reason.OTHER, chinese.reason(new ConnectException("错误 61"))); // macOS's number
    }

    @Test
    void theCLibraryIsOnlyAskedWhereASentenceIsNotInEnglish() {
        ConnectErrors english = new ConnectErrors(
                number -> {
                    throw new AssertionError("asked");
                },
                "Linux");

        assertEquals(Reason.REFUSED, english.reason(new ConnectException("Connection refused: getsockopt")));
    }

    @Test
    void theCLibraryHasASentenceForEveryError() {
        assertNotEquals("", new CLibrary().of(13));
    }
}

package paymap.pmap.tcp;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import paymap.pmap.target.Address;

/**
 * Accidents of scanning one's own machine: a connection to a port that the kernel has just given to the scanner
 * itself. It connects to itself, or to another probe under way, and would look open.
 */
final class EphemeralPorts {

    private static final Path RANGE = Path.of("/proc/sys/net/ipv4/ip_local_port_range");
    private static final int USUAL_LOWEST = 1024;

    private final Map<Address, Boolean> own = new ConcurrentHashMap<>();
    private volatile int lowest = -1;

    /** The two ends are one. */
    static boolean isSelfConnect(SocketChannel channel) throws IOException {
        return channel.getRemoteAddress().equals(channel.getLocalAddress());
    }

    /** Whether this port is on this machine and among those that the kernel gives to clients. */
    boolean possibleSelfConnect(Address address, InetAddress inet, int port) {
        return port >= lowest() && own.computeIfAbsent(address, a -> a.isLoopback() || isInterface(inet));
    }

    private int lowest() {
        if (lowest < 0) {
            lowest = read();
        }
        return lowest;
    }

    private static int read() {
        // At one go: the kernel gives nothing to a second read, and Files.readString begins with a single byte here.
        try (InputStream in = Files.newInputStream(RANGE)) {
            byte[] text = new byte[64];
            int length = in.read(text);
            String range = new String(text, 0, Math.max(0, length), StandardCharsets.US_ASCII);
            return Integer.parseInt(range.trim().split("\\s+")[0]);
        } catch (IOException | NumberFormatException e) {
            return USUAL_LOWEST; // not Linux: every port that may be a client's is asked twice
        }
    }

    private static boolean isInterface(InetAddress inet) {
        try {
            return NetworkInterface.getByInetAddress(inet) != null;
        } catch (SocketException e) {
            return true; // asked twice at worst
        }
    }
}

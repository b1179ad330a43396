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
 * Ports that the kernel gives to clients, this scanner among them. A probe of one's own machine can connect to itself
 * that way, or to another probe under way, and the port would look open.
 */
final class EphemeralPorts {

    /** Where Linux keeps it. */
    private static final Path LINUX = Path.of("/proc/sys/net/ipv4/ip_local_port_range");

    /** No system gives a lower one to clients; those of root are below. */
    private static final int USUAL_LOWEST = 1024;

    private final Path range;
    private final Map<Address, Boolean> own = new ConcurrentHashMap<>();
    private volatile int lowest = -1;

    EphemeralPorts() {
        this(LINUX);
    }

    /** @param range a file with the lowest and the highest port that the kernel gives to clients; need not exist */
    EphemeralPorts(Path range) {
        this.range = range;
    }

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

    private int read() {
        // At one go: the kernel gives nothing to a second read, and Files.readString begins with a single byte here.
        try (InputStream in = Files.newInputStream(range)) {
            byte[] text = new byte[64];
            int length = in.read(text);
            String both = new String(text, 0, Math.max(0, length), StandardCharsets.US_ASCII);
            return Integer.parseInt(both.trim().split("\\s+")[0]);
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

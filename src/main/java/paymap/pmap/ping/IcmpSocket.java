package paymap.pmap.ping;

import com.sun.jna.Native;
import com.sun.jna.Platform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import paymap.pmap.target.Address;

/**
 * An ICMP socket of this process, through the C library (Linux). Root and CAP_NET_RAW may open a raw one; whose group
 * is within {@code net.ipv4.ping_group_range}, one for echo only.
 */
final class IcmpSocket implements AutoCloseable {

    static final int NO_ROUTE = 101; // ENETUNREACH
    static final int NO_HOST = 113; // EHOSTUNREACH
    static final int FORBIDDEN = 1; // EPERM
    static final int BROADCAST = 13; // EACCES
    private static final int AGAIN = 11;
    private static final int NO_BUFFERS = 105;

    private static final int AF_INET = 2;
    private static final int AF_INET6 = 10;
    private static final int SOCK_DGRAM = 2;
    private static final int SOCK_RAW = 3;
    private static final int SOCK_CLOEXEC = 0x80000;
    private static final int ICMP_4 = 1;
    private static final int ICMP_6 = 58;
    private static final int SOL_SOCKET = 1;
    private static final int SO_SNDBUF = 7;
    private static final int SO_RCVBUF = 8;
    private static final int SO_RCVBUFFORCE = 33;
    private static final int MSG_DONTWAIT = 0x40;
    private static final short POLLIN = 1;
    private static final int SIOCGSTAMP = 0x8906;
    private static final int BUFFER = 4 << 20;

    /** An answer that has lain about for longer means that somebody has set the clock. */
    private static final long OLDEST = 60_000_000_000L;

    private final int fd;
    private final boolean six;
    private final boolean raw;
    private final byte[] from = new byte[28];
    private final int[] fromLength = new int[1];

    private IcmpSocket(int fd, boolean six, boolean raw) {
        this.fd = fd;
        this.six = six;
        this.raw = raw;
    }

    /** @return null = this user may not, or this system has none that we know */
    static @Nullable IcmpSocket open(boolean six) {
        if (!Platform.isLinux()) {
            return null;
        }
        int family = six ? AF_INET6 : AF_INET;
        int protocol = six ? ICMP_6 : ICMP_4;
        try {
            boolean raw = true;
            int fd = C.socket(family, SOCK_RAW | SOCK_CLOEXEC, protocol);
            if (fd < 0) {
                raw = false;
                fd = C.socket(family, SOCK_DGRAM | SOCK_CLOEXEC, protocol);
            }
            return fd < 0 ? null : new IcmpSocket(fd, six, raw).prepared();
        } catch (UnsatisfiedLinkError | NoClassDefFoundError e) {
            return null; // a system that the library was not built for
        }
    }

    boolean raw() {
        return raw;
    }

    /** @return 0, or the system's error number */
    int send(Address to, byte[] packet) {
        byte[] address = socketAddress(to);
        long sent = C.sendto(fd, packet, packet.length, MSG_DONTWAIT, address, address.length);
        return sent < 0 ? Native.getLastError() : 0;
    }

    /** Whether the error passes by itself: a queue is full. */
    static boolean isFull(int error) {
        return error == AGAIN || error == NO_BUFFERS;
    }

    /** @return bytes received into the buffer; -1 = nothing is there now */
    int receive(byte[] buffer) {
        fromLength[0] = from.length;
        return (int) C.recvfrom(fd, buffer, buffer.length, MSG_DONTWAIT, from, fromLength);
    }

    /** Who sent what was received last. */
    Address sender() {
        ByteBuffer address = ByteBuffer.wrap(from);
        if (!six) {
            return new Address(0, address.getInt(4) & 0xffff_ffffL, false, 0);
        }
        int scope = address.order(ByteOrder.nativeOrder()).getInt(24);
        address.order(ByteOrder.BIG_ENDIAN);
        return new Address(address.getLong(8), address.getLong(16), true, scope);
    }

    /**
     * When what was received last arrived at this machine, by the kernel's clock: a busy scanner, or one whose classes are
     * still being loaded, looks later.
     *
     * @return in nanoseconds of {@link System#nanoTime}
     */
    long arrivedAt() {
        ByteBuffer stamp = ByteBuffer.allocate(2 * Native.LONG_SIZE).order(ByteOrder.nativeOrder());
        boolean known = C.ioctl(fd, SIOCGSTAMP, stamp.array()) == 0;
        Instant wallClock = Instant.now();
        long now = System.nanoTime(); // right after the other clock: loading its class would count as age
        if (!known) {
            return now;
        }
        boolean wide = Native.LONG_SIZE == 8;
        long seconds = wide ? stamp.getLong() : stamp.getInt();
        long micros = wide ? stamp.getLong() : stamp.getInt();
        long age = ChronoUnit.NANOS.between(Instant.ofEpochSecond(seconds, micros * 1000), wallClock);
        return age < 0 || age > OLDEST ? now : now - age;
    }

    /** Waits until something arrives. */
    void await(int millis) {
        ByteBuffer poll = ByteBuffer.allocate(8).order(ByteOrder.nativeOrder());
        poll.putInt(fd).putShort(POLLIN).putShort((short) 0);
        C.poll(poll.array(), 1, millis);
    }

    @Override
    public void close() {
        C.close(fd);
    }

    private IcmpSocket prepared() {
        byte[] size = ByteBuffer.allocate(4)
                .order(ByteOrder.nativeOrder())
                .putInt(BUFFER)
                .array();
        C.setsockopt(fd, SOL_SOCKET, SO_SNDBUF, size, size.length);
        C.ioctl(fd, SIOCGSTAMP, new byte[2 * Native.LONG_SIZE]); // from now on the kernel notes when answers arrive
        if (C.setsockopt(fd, SOL_SOCKET, SO_RCVBUFFORCE, size, size.length) < 0) {
            C.setsockopt(fd, SOL_SOCKET, SO_RCVBUF, size, size.length);
        }
        return this;
    }

    private static byte[] socketAddress(Address to) {
        ByteBuffer address = ByteBuffer.allocate(to.six() ? 28 : 16).order(ByteOrder.nativeOrder());
        address.putShort((short) (to.six() ? AF_INET6 : AF_INET)).putShort((short) 0);
        if (to.six()) {
            address.putInt(0).put(to.bytes()).putInt(to.scope());
        } else {
            address.put(to.bytes());
        }
        return address.array();
    }

    /** The C library. */
    private static final class C {
        static {
            Native.register(C.class, Platform.C_LIBRARY_NAME);
        }

        static native int socket(int domain, int type, int protocol);

        static native int setsockopt(int fd, int level, int name, byte[] value, int length);

        static native long sendto(int fd, byte[] data, long length, int flags, byte[] to, int toLength);

        static native long recvfrom(int fd, byte[] data, long length, int flags, byte[] from, int[] fromLength);

        static native int poll(byte[] fds, long count, int millis);

        static native int ioctl(int fd, long request, byte[] argument);

        static native int close(int fd);
    }
}

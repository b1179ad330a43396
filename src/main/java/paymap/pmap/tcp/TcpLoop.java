package paymap.pmap.tcp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import paymap.pmap.Reason;

/**
 * One thread's sockets: starts connections, waits for all of them at once, tells what became of each. There is one
 * per core; what is asked, and when, is {@link TcpScan}'s.
 */
final class TcpLoop {

    private static final int LARGEST_HANDFUL = 32;
    private static final long LONGEST_SLEEP = 20_000_000L;
    private static final long IMMEDIATE = 100_000L;

    private record Socket(Probe probe, SocketChannel channel) {}

    private final TcpScan scan;
    private final EphemeralPorts own;
    private final ArrayDeque<Socket> sockets = new ArrayDeque<>();
    private final Probe[] handful;
    private final List<TcpScan.Answer> answers = new ArrayList<>();
    private final long socketLives;
    private int closed; // since the scan was told last
    private volatile @Nullable Selector selector;

    /** @param share how many questions it may take at a time, so that the other loops have some too */
    TcpLoop(TcpScan scan, EphemeralPorts own, int share) {
        this.scan = scan;
        this.own = own;
        this.handful = new Probe[Math.min(share, LARGEST_HANDFUL)];
        this.socketLives = scan.socketLives();
    }

    /** Ends when the scan is over. */
    void run() throws IOException {
        scan.wakes(this::wake);
        try {
            while (!scan.over() && !Thread.currentThread().isInterrupted()) {
                boolean more = send();
                if (!more || !sockets.isEmpty()) {
                    long wait = scan.expire(System.nanoTime());
                    listen(more ? 0 : Math.min(wait, LONGEST_SLEEP));
                    closeOld(System.nanoTime());
                }
            }
        } finally {
            end();
        }
    }

    /** @return whether there may be more to send at once */
    private boolean send() throws IOException {
        int taken = scan.next(handful, System.nanoTime());
        for (int i = 0; i < taken; i++) {
            connect(handful[i]);
        }
        tell();
        return taken == handful.length;
    }

    private void tell() {
        if (closed > 0 || !answers.isEmpty()) {
            scan.answered(answers, closed);
            answers.clear();
            closed = 0;
        }
    }

    private void connect(Probe probe) throws IOException {
        SocketChannel channel = null;
        boolean waiting = false;
        try {
            channel = SocketChannel.open(
                    probe.host.address.six() ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET);
            channel.configureBlocking(false);
            probe.sentAt = System.nanoTime();
            boolean there = channel.connect(new InetSocketAddress(probe.host.inet, probe.port));
            // The loopback answers within the call, though the call does not say so: asking at once spares the
            // selector.
            if (there || isImmediate(probe.host) && channel.finishConnect()) {
                connected(probe, channel);
            } else {
                Socket socket = new Socket(probe, channel);
                channel.register(selector(), SelectionKey.OP_CONNECT, socket);
                sockets.addLast(socket);
                waiting = true;
            }
        } catch (IOException | UnsupportedOperationException e) {
            failed(probe, e);
        } finally {
            if (!waiting) {
                close(channel);
            }
        }
    }

    private static boolean isImmediate(HostScan host) {
        return host.address.isLoopback() || host.rtt.isKnown() && host.rtt.srtt() < IMMEDIATE;
    }

    private void listen(long nanos) throws IOException {
        Selector selector = selector();
        if (nanos <= 0) {
            selector.selectNow();
        } else {
            selector.select((nanos + 999_999) / 1_000_000);
        }
        for (SelectionKey key : selector.selectedKeys()) {
            if (key.isValid()) {
                finish((Socket) key.attachment());
            }
        }
        selector.selectedKeys().clear();
        tell();
    }

    private void finish(Socket socket) throws IOException {
        try {
            if (!socket.channel.finishConnect()) {
                return;
            }
            connected(socket.probe, socket.channel);
        } catch (IOException e) {
            failed(socket.probe, e);
        }
        close(socket.channel);
    }

    private void connected(Probe probe, SocketChannel channel) throws IOException {
        long now = System.nanoTime();
        // A reset at the end leaves no TIME_WAIT behind, neither here nor there.
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        if (EphemeralPorts.isSelfConnect(channel)) {
            scan.selfConnected(probe, now);
        } else if (!own.possibleSelfConnect(probe.host.address, probe.host.inet, probe.port)
                || !scan.recheck(probe, now)) {
            answers.add(new TcpScan.Answer(probe, Reason.CONNECTED, now));
        }
    }

    private void failed(Probe probe, Exception e) {
        long now = System.nanoTime();
        Reason reason = Reason.of(e);
        if (reason == Reason.LOCAL) {
            String text = String.valueOf(e.getMessage());
            scan.localTrouble(probe, text, text.contains("ermi"), now);
        } else {
            answers.add(new TcpScan.Answer(probe, reason, now));
        }
    }

    /** The oldest come first. */
    private void closeOld(long now) throws IOException {
        while (!sockets.isEmpty()) {
            Socket oldest = sockets.peekFirst();
            if (oldest.channel.isOpen()) {
                boolean old = socketLives == 0 ? !oldest.probe.holdsSlot : now - oldest.probe.sentAt > socketLives;
                if (!old && !oldest.probe.host.over()) {
                    break;
                }
                close(oldest.channel);
            }
            sockets.pollFirst();
        }
        tell();
    }

    private void close(@Nullable SocketChannel channel) throws IOException {
        if (channel != null) {
            channel.close();
        }
        closed++;
    }

    private void end() throws IOException {
        for (Socket socket : sockets) {
            if (socket.channel.isOpen()) {
                close(socket.channel);
            }
        }
        Selector opened = selector;
        if (opened != null) {
            opened.close();
        }
    }

    private void wake() {
        Selector opened = selector;
        if (opened != null) {
            opened.wakeup();
        }
    }

    private Selector selector() throws IOException {
        Selector opened = selector;
        if (opened == null) {
            opened = Selector.open();
            selector = opened;
        }
        return opened;
    }
}

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
import paymap.pmap.tcp.engine.Answer;
import paymap.pmap.tcp.engine.Probe;
import paymap.pmap.tcp.engine.SharedScan;

/**
 * One thread's sockets: starts connections, waits for all of them at once, tells what became of each. There is one
 * per core; what is asked, and when, is {@link SharedScan}'s.
 */
final class TcpLoop {

    /** Some 0.5 ms of connecting on the loopback: the lock is rarely waited for, and answers are seen soon. Chosen. */
    private static final int LARGEST_BATCH = 32;

    /** A loop without work looks again for what another loop's answers have made room for. Chosen; not measured. */
    private static final long LONGEST_SLEEP = 20_000_000L;

    private record Socket(Probe probe, SocketChannel channel, long sentAt) {}

    private final SharedScan scan;
    private final EphemeralPorts ephemeral;
    private final ArrayDeque<Socket> sockets = new ArrayDeque<>();
    private final Probe[] batch;
    private final List<Answer> answers = new ArrayList<>();
    private final ConnectErrors errors = new ConnectErrors();
    private final long socketLives;
    private int closed; // since the scan was told last
    private volatile @Nullable Selector selector;

    /**
     * @param socketLives nanoseconds from its sending until a socket is closed; 0 = until its probe is not waited for
     * @param share how many probes it may take at a time, so that the other loops have some too
     */
    TcpLoop(SharedScan scan, EphemeralPorts ephemeral, long socketLives, int share) {
        this.scan = scan;
        this.ephemeral = ephemeral;
        this.batch = new Probe[Math.min(share, LARGEST_BATCH)];
        this.socketLives = socketLives;
    }

    /** Ends when the scan is over. */
    void run() throws IOException {
        scan.whenOver(new Waking());
        try {
            while (!scan.isOver() && !Thread.currentThread().isInterrupted()) {
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
        int taken = scan.next(batch, System.nanoTime());
        for (int i = 0; i < taken; i++) {
            connect(batch[i]);
        }
        tell();
        return taken == batch.length;
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
        long sentAt = System.nanoTime();
        try {
            channel = SocketChannel.open(
                    probe.address().six() ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET);
            channel.configureBlocking(false);
            sentAt = System.nanoTime();
            boolean there = channel.connect(new InetSocketAddress(probe.inet(), probe.port()));
            // The loopback answers within the call, though the call does not say so: asking at once spares the
            // selector.
            if (there || probe.isImmediate() && channel.finishConnect()) {
                connected(probe, channel, sentAt);
            } else {
                Socket socket = new Socket(probe, channel, sentAt);
                channel.register(selector(), SelectionKey.OP_CONNECT, socket);
                sockets.addLast(socket);
                waiting = true;
            }
        } catch (IOException | UnsupportedOperationException e) {
            String what = String.valueOf(e.getMessage());
            if (errors.reason(e) != Reason.NET_UNREACHABLE || !scan.lostRoute(probe, what, System.nanoTime())) {
                failed(probe, e, sentAt);
            }
        } finally {
            if (!waiting) {
                close(channel);
            }
        }
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
            connected(socket.probe, socket.channel, socket.sentAt);
        } catch (IOException e) {
            failed(socket.probe, e, socket.sentAt);
        }
        close(socket.channel);
    }

    private void connected(Probe probe, SocketChannel channel, long sentAt) throws IOException {
        long now = System.nanoTime();
        // A reset at the end leaves no TIME_WAIT behind, neither here nor there.
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        if (EphemeralPorts.isSelfConnect(channel)) {
            scan.selfConnected(probe, now);
        } else if (!ephemeral.possibleSelfConnect(probe.address(), probe.inet(), probe.port())
                || !scan.recheck(probe, now)) {
            answers.add(new Answer(probe, Reason.CONNECTED, sentAt, now));
        }
    }

    private void failed(Probe probe, Exception e, long sentAt) {
        long now = System.nanoTime();
        Reason reason = errors.reason(e);
        if (reason == Reason.LOCAL) {
            scan.localTrouble(probe, String.valueOf(e.getMessage()), now);
        } else if (reason == Reason.FORBIDDEN) {
            scan.forbidden(probe, String.valueOf(e.getMessage()), now);
        } else {
            answers.add(new Answer(probe, reason, sentAt, now));
        }
    }

    /** The oldest come first. */
    private void closeOld(long now) throws IOException {
        while (!sockets.isEmpty()) {
            Socket oldest = sockets.peekFirst();
            if (oldest.channel.isOpen()) {
                boolean old = socketLives == 0 ? !oldest.probe.isInFlight() : now - oldest.sentAt > socketLives;
                if (!old && !oldest.probe.isObsolete()) {
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

    /** No lambda: linking one takes longer than a short scan, and each loop would. */
    private final class Waking implements Runnable {
        @Override
        public void run() {
            Selector opened = selector;
            if (opened != null) {
                opened.wakeup();
            }
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

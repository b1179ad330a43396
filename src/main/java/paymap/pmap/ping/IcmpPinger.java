package paymap.pmap.ping;

import java.util.Iterator;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import paymap.pmap.ScanSettings;
import paymap.pmap.target.Address;
import paymap.pmap.target.AddressRange;
import paymap.pmap.target.Targets;
import paymap.words.Words;

/** Pings with ICMP sockets of our own: one thread, one socket for each kind of address. */
final class IcmpPinger implements Pinger {

    /** In ms; the sweep is looked after at least this often, and may be stopped. */
    private static final int LONGEST_SLEEP = 100;

    /** A queue of a network card empties within it. Chosen; not measured. */
    private static final long PAUSE_WHEN_FULL = 2_000_000L;

    /** Requests sent between two looks at the answers, or the buffer of answers would overflow. Chosen; not measured. */
    private static final int BURST = 8;

    private final ScanSettings settings;
    private final @Nullable IcmpSocket four;
    private final @Nullable IcmpSocket six;
    private final long token;
    private final int id;
    private final byte[] buffer = new byte[2048];
    private int sequence;
    private volatile boolean stopped;

    private IcmpPinger(ScanSettings settings, @Nullable IcmpSocket four, @Nullable IcmpSocket six, Random random) {
        this.settings = settings;
        this.four = four;
        this.six = six;
        this.token = random.nextLong();
        this.id = (int) ProcessHandle.current().pid() & 0xffff;
    }

    /** @return null = sockets that these targets need may not be opened here */
    static @Nullable IcmpPinger open(Targets targets, ScanSettings settings, Random random) {
        boolean wantsFour = false;
        boolean wantsSix = false;
        for (AddressRange range : targets.ranges()) {
            wantsSix |= range.first().six();
            wantsFour |= !range.first().six();
        }
        IcmpSocket four = wantsFour ? IcmpSocket.open(false) : null;
        IcmpSocket six = wantsSix ? IcmpSocket.open(true) : null;
        if (wantsFour && four == null || wantsSix && six == null) {
            close(four);
            close(six);
            return null;
        }
        return new IcmpPinger(settings, four, six, random);
    }

    @Override
    public String name() {
        IcmpSocket socket = four == null ? six : four;
        return socket != null && socket.raw() ? Words.say("a raw ICMP socket") : Words.say("an ICMP echo socket");
    }

    @Override
    public void sweep(Iterator<Address> targets, Listener listener) throws InterruptedException {
        PingSweep sweep = new PingSweep(targets, settings, System.nanoTime());
        try {
            while (!sweep.over() && !stopped) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                boolean more = send(sweep, listener);
                listen(sweep, listener, more);
                giveUp(sweep, listener);
                listener.onTick();
            }
        } finally {
            close(four);
            close(six);
        }
    }

    @Override
    public void stop() {
        stopped = true;
    }

    /** @return whether there may be more to send at once */
    private boolean send(PingSweep sweep, Listener listener) {
        for (int i = 0; i < BURST; i++) {
            PingSweep.Asked asked = sweep.next(System.nanoTime());
            if (asked == null) {
                return false;
            }
            send(sweep, listener, asked);
        }
        return true;
    }

    private void send(PingSweep sweep, Listener listener, PingSweep.Asked asked) {
        IcmpSocket socket = asked.host.six() ? six : four;
        if (socket == null) {
            throw new IllegalStateException("no socket was opened for " + asked.host);
        }
        byte[] packet = IcmpPacket.request(asked.host.six(), id, ++sequence, token);
        sweep.sent(asked, System.nanoTime());
        int error = socket.send(asked.host, packet);
        if (error == IcmpSocket.NO_HOST || error == IcmpSocket.NO_ROUTE) {
            error = socket.send(asked.host, packet); // the first may be the error of an earlier packet
        }
        if (IcmpSocket.isFull(error)) {
            sweep.putBack(asked, System.nanoTime(), PAUSE_WHEN_FULL);
        } else if (error == IcmpSocket.BROADCAST) {
            sweep.drop(asked); // a broadcast address is no host
            listener.silent(asked.host);
        } else if (error == IcmpSocket.NO_ROUTE || error == IcmpSocket.FORBIDDEN) {
            sweep.drop(asked);
            listener.failed(
                    asked.host,
                    error == IcmpSocket.NO_ROUTE
                            ? Words.say("this machine has no route to it")
                            : Words.say("a firewall of this machine forbids it"));
        } // any other error is as good as a lost packet: it is asked again
    }

    private void listen(PingSweep sweep, Listener listener, boolean more) {
        long wait = more ? 0 : Math.min(LONGEST_SLEEP, (sweep.untilNext(System.nanoTime()) + 999_999) / 1_000_000);
        if (wait > 0) {
            boolean both = four != null && six != null;
            await(four, both ? Math.min(wait, 2) : wait);
            await(six, both ? 0 : wait);
        }
        receive(four, sweep, listener);
        receive(six, sweep, listener);
    }

    private static void await(@Nullable IcmpSocket socket, long millis) {
        if (socket != null && millis > 0) {
            socket.await((int) millis);
        }
    }

    private void receive(@Nullable IcmpSocket socket, PingSweep sweep, Listener listener) {
        if (socket == null) {
            return;
        }
        boolean isSix = socket == six;
        for (int length = socket.receive(buffer); length >= 0; length = socket.receive(buffer)) {
            if (IcmpPacket.isReply(buffer, length, isSix, socket.raw() && !isSix, token)) {
                Address host = socket.sender();
                long rtt = sweep.answered(host, socket.arrivedAt());
                if (rtt >= 0) {
                    listener.alive(host, rtt);
                }
            }
        }
    }

    private static void giveUp(PingSweep sweep, Listener listener) {
        long now = System.nanoTime();
        for (Address host = sweep.givenUp(now); host != null; host = sweep.givenUp(now)) {
            listener.silent(host);
        }
    }

    private static void close(@Nullable IcmpSocket socket) {
        if (socket != null) {
            socket.close();
        }
    }
}

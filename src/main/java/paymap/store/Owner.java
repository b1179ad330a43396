package paymap.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A process that works on a run, by a name that no other one bears.
 *
 * @param host where {@code pid} counts: this machine since it was switched on, and one set of process numbers on it, as
 *     each container has its own; empty = written by a version that knew no other host
 * @param pid its number
 * @param start when it was started, as the host counts: a number alone may be given to another process later
 */
record Owner(String host, long pid, long start) {

    private static final Pattern NAME = Pattern.compile("(?:([^/]+)/)?(\\d{1,18})@(\\d{1,18})");
    private static final Path PROC = Path.of("/proc");
    private static final int START_AFTER_NAME = 19; // field 22 of /proc/PID/stat; the name is field 2
    private static final Owner SELF = find();

    /** This process. */
    static Owner self() {
        return SELF;
    }

    /** By its name as {@link #toString} gives it; empty = no version of ours wrote that. */
    static Optional<Owner> of(String name) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String host = parts.group(1) == null ? "" : parts.group(1);
        return Optional.of(new Owner(host, Long.parseLong(parts.group(2)), Long.parseLong(parts.group(3))));
    }

    /** Whether its number counts where this process runs. */
    boolean isHere() {
        return host.isEmpty() || host.equals(SELF.host);
    }

    /** Whether it surely is no more; of a process that cannot be seen from here nobody knows. */
    boolean isGone() {
        if (host.isEmpty()) {
            return startInstant(pid) != start || isUncollected(pid);
        }
        return host.equals(SELF.host) && !equals(SELF) && startTicks(pid) != start;
    }

    @Override
    public String toString() {
        return (host.isEmpty() ? "" : host + "/") + pid + "@" + start;
    }

    private static Owner find() {
        long pid = ProcessHandle.current().pid();
        try {
            String boot =
                    Files.readString(PROC.resolve("sys/kernel/random/boot_id")).strip();
            String numbers = Files.readSymbolicLink(PROC.resolve("self/ns/pid"))
                    .toString()
                    .replaceAll("\\D", "");
            String seenAs = Files.readSymbolicLink(PROC.resolve("self")).toString();
            if (seenAs.equals(Long.toString(pid))) { // otherwise /proc shows the processes of another container
                return new Owner(boot + ":" + numbers, pid, startTicks(pid));
            }
        } catch (IOException | UnsupportedOperationException e) {
            // No Linux, or it is hidden: no other process is one of our host then, and leases alone tell who lives.
        }
        return new Owner(UUID.randomUUID().toString(), pid, startInstant(pid));
    }

    /**
     * The start in ticks since the machine was switched on. The Java library turns it into a time of day, which
     * becomes another one for the same process when the clock is set.
     *
     * @return -1 = there is no such process, or only its parent does not know yet that it died
     */
    private static long startTicks(long pid) {
        try {
            return isUncollected(pid) ? -1 : Long.parseLong(stat(pid)[START_AFTER_NAME]);
        } catch (IOException e) {
            return -1;
        }
    }

    /** Whether it died and only its parent does not know yet; false where that cannot be seen. */
    private static boolean isUncollected(long pid) {
        try {
            String state = stat(pid)[0];
            return state.equals("Z") || state.equals("X");
        } catch (IOException e) {
            return false;
        }
    }

    /** What Linux tells of it, from its state on. */
    private static String[] stat(long pid) throws IOException {
        String stat = Files.readString(PROC.resolve(pid + "/stat"));
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    }

    private static long startInstant(long pid) {
        return ProcessHandle.of(pid)
                .map(process ->
                        process.info().startInstant().map(Instant::toEpochMilli).orElse(0L))
                .orElse(-1L);
    }
}

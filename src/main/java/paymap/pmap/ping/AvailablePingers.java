package paymap.pmap.ping;

import java.time.Duration;

/**
 * Which ways to ping this machine has and this user may use; found out on 127.0.0.1 alone.
 *
 * @param icmp a socket of our own
 * @param fping the command
 * @param ping the command
 */
public record AvailablePingers(boolean icmp, boolean fping, boolean ping) {

    /** Tries all three. */
    public static AvailablePingers here() throws InterruptedException {
        return new AvailablePingers(opens(), FpingPinger.works(), pings());
    }

    private static boolean pings() throws InterruptedException {
        PingCommand usual = PingCommand.of(
                System.getProperty("os.name", ""), Commands.output("ping", "-V"), Duration.ofSeconds(1), false);
        return PingCommandPinger.works(usual);
    }

    private static boolean opens() {
        try (IcmpSocket socket = IcmpSocket.open(false)) {
            return socket != null;
        }
    }
}

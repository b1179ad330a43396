package paymap.pmap.tcp;

/** One question to one port, from the moment it is sent; the socket belongs to the loop that sent it. */
final class Probe {

    final HostScan host;

    /** The place of the port in the order of asking; -1 = only a knock, its port was not asked for. */
    final int place;

    final int port;

    /** 0 = the first time this port is asked. */
    final int round;

    /** When it was taken, then when it was really sent. */
    volatile long sentAt;

    /** Whether it still counts as waited for. */
    volatile boolean holdsSlot = true;

    Probe(HostScan host, int place, int port, int round, long sentAt) {
        this.host = host;
        this.place = place;
        this.port = port;
        this.round = round;
        this.sentAt = sentAt;
    }
}

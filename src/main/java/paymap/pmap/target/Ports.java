package paymap.pmap.target;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import paymap.words.Words;

/** TCP ports to ask, each once. */
public final class Ports {

    /** The highest port there is. */
    public static final int HIGHEST = 65535;

    /** An early answer tells the host's distance, and a scan that is stopped has seen what matters. Chosen. */
    private static final int ASKED_FIRST = 50;

    private final int[] ports;

    private Ports(BitSet chosen) {
        this.ports = new int[chosen.cardinality()];
        int port = 0;
        for (int i = 0; i < ports.length; i++) {
            port = chosen.nextSetBit(port + 1);
            ports[i] = port;
        }
    }

    private Ports(int... sorted) {
        this.ports = sorted;
    }

    public static Ports of(int... ports) {
        int[] sorted = ports.clone();
        Arrays.sort(sorted);
        return new Ports(sorted);
    }

    /**
     * @param text numbers, ranges {@code a-b}, {@code -b} from 1 and {@code a-} to the last, and names of services by
     *     commas, or {@code -} for all 65535
     * @throws IllegalArgumentException if a part of it is no port
     */
    public static Ports of(String text, Services services) {
        BitSet chosen = new BitSet(HIGHEST + 1);
        if (text.strip().equals("-")) {
            chosen.set(1, HIGHEST + 1);
            return new Ports(chosen);
        }
        for (String part : text.split(",", -1)) {
            add(part.strip(), text, services, chosen);
        }
        return new Ports(chosen);
    }

    /** @param count of the most usual, 1 to {@link UsualPorts#MOST} */
    public static Ports usual(int count) {
        return of(UsualPorts.first(count));
    }

    public int count() {
        return ports.length;
    }

    /** In ascending order. */
    public int[] sorted() {
        return ports.clone();
    }

    /** As they were chosen, shortened to ranges: {@code 22,80,1000-2000}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < ports.length; ) {
            int end = i;
            while (end + 1 < ports.length && ports[end + 1] == ports[end] + 1) {
                end++;
            }
            text.append(i == 0 ? "" : ",").append(ports[i]).append(end == i ? "" : "-" + ports[end]);
            i = end + 1;
        }
        return text.toString();
    }

    /** In the order to ask: the common ones first, the others shuffled, so that no firewall sees a staircase. */
    public int[] asked(Random random) {
        boolean[] wanted = new boolean[HIGHEST + 1];
        for (int port : ports) {
            wanted[port] = true;
        }
        int[] order = new int[ports.length];
        int filled = 0;
        for (int port : UsualPorts.first(ASKED_FIRST)) {
            if (wanted[port]) {
                order[filled++] = port;
                wanted[port] = false;
            }
        }
        int from = filled;
        for (int port : ports) {
            if (wanted[port]) {
                order[filled++] = port;
            }
        }
        shuffle(order, from, random);
        return order;
    }

    private static void shuffle(int[] order, int from, Random random) {
        for (int i = order.length - 1; i > from; i--) {
            int other = from + random.nextInt(i - from + 1);
            int port = order[i];
            order[i] = order[other];
            order[other] = port;
        }
    }

    private static void add(String part, String whole, Services services, BitSet chosen) {
        if (part.isEmpty()) {
            throw new IllegalArgumentException(Words.say("a port is missing between the commas of \"%s\"", whole));
        }
        int dash = part.indexOf('-');
        if (dash >= 0 && part.length() > 1 && Digits.onlyAnd('-', part) && part.indexOf('-', dash + 1) < 0) {
            int from = dash == 0 ? 1 : port(part.substring(0, dash));
            int to = dash == part.length() - 1 ? HIGHEST : port(part.substring(dash + 1));
            if (from > to) {
                throw new IllegalArgumentException(
                        Words.say("the range of ports goes backwards: \"%s\"; write the lower one first", part));
            }
            chosen.set(from, to + 1);
        } else if (Digits.only(part)) {
            chosen.set(port(part));
        } else {
            chosen.set(services.port(part));
        }
    }

    private static int port(String text) {
        int port = text.length() > 6 ? Integer.MAX_VALUE : Integer.parseInt(text);
        if (port < 1 || port > HIGHEST) {
            throw new IllegalArgumentException(Words.say("ports go from 1 to 65535, not %s", text));
        }
        return port;
    }
}

package paymap.pmap.target;

import java.util.Arrays;

/**
 * The TCP ports that are most often open, the most usual first.
 *
 * <p>Source: the numbers are those of the IANA Service Name and Transport Protocol Port Number Registry, which IANA
 * dedicates to the public domain (CC0 1.0, https://www.iana.org/help/licensing-terms), and defaults of well-known
 * programs that have registered none. The order is this project's own, chosen by hand in the steps below and under its
 * licence; it is an opinion of what machines offer today and rests on no measurement. Nothing of it is taken from nmap's
 * table, whose licence forbids that. After the first step, ports of a step stand by number.
 */
public final class UsualPorts {

    // What a machine that offers anything most likely offers: web, login, files of Windows, names, mail, and the second
    // port of the web. The first few are also asked first of any host, see HostPlan.
    private static final int[] FIRST = {80, 443, 22, 445, 53, 3389, 21, 25, 23, 8080};

    // Mail boxes, what every Windows has, the databases and desktops of small offices.
    private static final int[] SECOND = {110, 135, 139, 143, 587, 993, 995, 3306, 5900, 8443};

    // Printers, cameras, phones, directories, shares and routers; databases and queues; the web of programs.
    private static final int[] THIRD = {
        88, 111, 389, 465, 515, 548, 554, 631, 636, 1433, 1521, 1723, 1883, 2049, 3000, 5000, 5060, 5061, 5432, 5985,
        6379, 7547, 8000, 8081, 8888, 9090, 9100, 9200, 10000, 27017
    };

    // Clusters and containers, proxies, remote control, games and chat; further ports of the web.
    private static final int[] FOURTH = {
        81, 82, 113, 119, 179, 512, 513, 514, 873, 1080, 1194, 2000, 2181, 2222, 2375, 2376, 2379, 3128, 3260, 4443,
        5001, 5222, 5357, 5601, 5672, 5984, 5986, 6443, 6667, 7001, 8008, 8009, 8082, 8083, 8088, 8090, 8123, 8181,
        8291, 8880, 9000, 9042, 9092, 9443, 10250, 11211, 15672, 32400, 49152, 62078
    };

    // What is old, industrial, or of one maker.
    private static final int[] FIFTH = {
        7, 9, 13, 17, 19, 37, 43, 49, 70, 79, 102, 104, 264, 427, 444, 464, 502, 543, 544, 593, 623, 749, 808, 853, 902,
        990, 992, 1099, 1311, 1414, 1494, 1720, 1801, 1935, 2082, 2083, 2086, 2087, 2095, 2096, 2121, 2323, 2404, 2601,
        3268, 3269, 3310, 3478, 3689, 3690, 4000, 4190, 4369, 4786, 4840, 4848, 4899, 5038, 5044, 5269, 5555, 5631,
        5666, 5800, 5901, 5938, 6000, 6514, 7000, 7070, 7443, 7474, 7680, 7777, 8001, 8086, 8089, 8096, 8140, 8161,
        8333, 8500, 8545, 8554, 8728, 8834, 8883, 9001, 9093, 9160, 9300, 9418, 9999, 10050, 10051, 11434, 16992, 19999,
        25565, 61616
    };

    /** How many there are. */
    public static final int MOST = FIRST.length + SECOND.length + THIRD.length + FOURTH.length + FIFTH.length;

    private UsualPorts() {}

    /**
     * The first so many, the most usual one first.
     *
     * @param count 0 to {@link #MOST}
     */
    static int[] first(int count) {
        int[] all = Arrays.copyOf(FIRST, MOST);
        int filled = FIRST.length;
        for (int[] step : new int[][] {SECOND, THIRD, FOURTH, FIFTH}) {
            System.arraycopy(step, 0, all, filled, step.length);
            filled += step.length;
        }
        return Arrays.copyOf(all, count);
    }
}

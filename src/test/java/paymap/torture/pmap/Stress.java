package paymap.torture.pmap;

import java.util.List;
import java.util.Set;

/**
 * One thing that befalls a scan.
 *
 * @param limits before the command, for a shell; empty = none
 * @param args of {@code pmap}
 * @param happens to the wire, a second after the scan has begun to tell its progress; empty = nothing
 * @param toChildren a signal for the children, then; empty = none
 * @param exits that may come of it
 * @param mayFilter whether closed ports may have been silent by right
 */
record Stress(
        String name,
        String limits,
        List<String> args,
        String happens,
        String toChildren,
        Set<Integer> exits,
        boolean mayFilter) {

    private static final String SLOW = "--rate 400 -p 1-1200 ";
    private static final Set<Integer> COMPLETE = Set.of(0);
    private static final Set<Integer> PARTIAL = Set.of(3);
    private static final Set<Integer> EITHER = Set.of(0, 3);

    static List<Stress> some() {
        return List.of(
                wire(
                        "a link that is down for a second",
                        "ip -n $S link set v down; sleep 1; ip -n $S link set v up",
                        SLOW,
                        COMPLETE,
                        false),
                children("a child killed", "KILL one", SLOW, COMPLETE));
    }

    static List<Stress> all() {
        String down = "ip -n $S link set v down";
        String table = "ip netns exec $S nft add rule inet f later tcp dport 1-65535 ";
        String there = "ip netns exec $T nft add rule inet f later tcp dport 100-900 ";
        return List.of(
                some().get(0),
                wire(
                        "the same, by processes",
                        down + "; sleep 1; ip -n $S link set v up",
                        SLOW + "-m proc ",
                        COMPLETE,
                        false),
                wire("a link that goes down for good", down, SLOW, PARTIAL, false),
                wire("the same, by processes", down, SLOW + "-m proc ", PARTIAL, false),
                wire("an address that is taken away", "ip -n $S addr del 10.98.0.1/24 dev v", SLOW, PARTIAL, false),
                wire(
                        "the other end down for a second",
                        "ip -n $T link set v down; sleep 1; ip -n $T link set v up",
                        SLOW,
                        EITHER,
                        true),
                wire("the other end down for good", "ip -n $T link set v down", SLOW, EITHER, true),
                wire("a firewall there drops half-way", there + "drop", SLOW, EITHER, true),
                wire(
                        "a firewall there rejects half-way",
                        there + "reject with icmp type admin-prohibited",
                        SLOW,
                        EITHER,
                        true),
                wire("a firewall there resets half-way", there + "reject with tcp reset", SLOW, COMPLETE, true),
                wire("this machine's firewall forbids half-way", table + "reject", SLOW, EITHER, true),
                wire("this machine's firewall drops half-way", table + "drop", SLOW, EITHER, true),
                still(
                        "ten ports to send from",
                        "sysctl -qw net.ipv4.ip_local_port_range='40000 40009'",
                        "-p 1-1000 ",
                        COMPLETE),
                still(
                        "the same, by processes",
                        "sysctl -qw net.ipv4.ip_local_port_range='40000 40009'",
                        "-p 1-1000 -m proc ",
                        COMPLETE),
                still("20 files", "ulimit -n 20", "-p 1-1000 ", EITHER),
                still("64 files", "ulimit -n 64", "-p 1-1000 ", COMPLETE),
                still("64 files, by processes", "ulimit -n 64", "-p 1-1000 -m proc ", COMPLETE),
                still("256 files", "ulimit -n 256", "-p 1-1000 ", COMPLETE),
                still("256 files, by processes", "ulimit -n 256", "-p 1-1000 -m proc ", COMPLETE),
                still("tarpits", "", "-p 2000-2004,22,80 ", COMPLETE),
                still("tarpits, listened to", "", "-p 2000-2004,22,80 --banner ", COMPLETE),
                still("tarpits, asked for a page", "", "-p 2000-2004,22,80 --banner=http ", COMPLETE),
                still("a file on a full disk", "ulimit -f 4", "-p 1-3000 --all -w FOLDER/r.json ", Set.of(1, 3)),
                some().get(1),
                children("all children killed", "KILL all", SLOW, COMPLETE),
                children("all children killed again and again", "KILL always", SLOW, Set.of(1, 3)),
                children("a child stopped for three seconds", "STOP one", SLOW, COMPLETE));
    }

    /** Whether it is short of files: then the one jar is needed, as each of the many files of a build is opened by itself. */
    boolean needsTheJar() {
        return limits.startsWith("ulimit -n");
    }

    private static Stress wire(String name, String happens, String args, Set<Integer> exits, boolean mayFilter) {
        return new Stress(name, "", words(args), happens, "", exits, mayFilter);
    }

    private static Stress still(String name, String limits, String args, Set<Integer> exits) {
        return new Stress(name, limits, words(args), "", "", exits, false);
    }

    private static Stress children(String name, String signal, String args, Set<Integer> exits) {
        return new Stress(name, "", words(args + "-m proc"), "", signal, exits, false);
    }

    private static List<String> words(String args) {
        return List.of(args.strip().split(" +"));
    }
}

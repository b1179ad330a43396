package paymap.pmap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Two network namespaces with a wire between them and no way out: one to scan from, one with hosts that drop, reject,
 * limit and lose. Root only.
 */
final class Namespaces {

    static final String DROPS = "10.99.1.2";
    static final String REJECTS = "10.99.2.2";
    static final String LIMITS = "10.99.3.2";
    static final String LOSES = "10.99.4.2";
    static final String FORBIDDEN = "10.99.5.2";
    static final List<Integer> OPEN = List.of(22, 80, 443, 631, 1000);

    private static final String SETUP = """
            set -e; exec 2>&1
            ip netns add $S; ip netns add $T
            ip link add $s netns $S type veth peer name $t netns $T
            ip -n $S link set lo up; ip -n $T link set lo up
            for net in 0 1 2 3 4; do ip -n $S addr add 10.99.$net.1/24 dev $s; done
            for host in 0.2 0.9 0.14 1.2 2.2 3.2 4.2; do ip -n $T addr add 10.99.$host/24 dev $t; done
            ip -n $S link set $s up; ip -n $T link set $t up
            ip -n $S route add prohibit 10.99.5.0/24
            ip netns exec $T nft -f - <<'N'
            table inet f { chain i { type filter hook input priority 0; policy accept;
              ip daddr 10.99.1.2 tcp dport != { 22, 80, 443, 631, 1000 } drop
              ip daddr 10.99.2.2 tcp dport 100-199 reject with icmp type admin-prohibited
              ip daddr 10.99.2.2 tcp dport 200-299 reject with icmp type host-unreachable
              ip daddr 10.99.2.2 tcp dport 300-399 reject with icmp type port-unreachable
              ip daddr 10.99.2.2 tcp dport 500-599 reject with tcp reset
              ip daddr 10.99.2.2 tcp dport 600-630 drop
              ip daddr 10.99.2.2 tcp dport 700-799 reject with icmp type prot-unreachable
              ip daddr 10.99.3.2 tcp flags & (syn|ack) == syn limit rate over 400/second burst 50 packets drop
              ip daddr 10.99.4.2 tcp flags & (syn|ack) == syn numgen random mod 20 0 drop
            }
            }
            N
            sysctl -qw net.ipv4.icmp_ratelimit=0
            # Linux sends 1000 ICMP messages a second in all, which nmap takes for silence; of a namespace since 6.13.
            sysctl -qw net.ipv4.icmp_msgs_per_sec=100000 net.ipv4.icmp_msgs_burst=10000 || true
            """;

    private final String scanner;
    private final String target;
    private final Process listener;

    private Namespaces(String scanner, String target, Process listener) {
        this.scanner = scanner;
        this.target = target;
        this.listener = listener;
    }

    /** @return what is missing for it; empty = nothing */
    static String missing() throws IOException, InterruptedException {
        for (String tool : List.of("ip -V", "nft --version", "nmap --version")) {
            if (run(List.of("sh", "-c", tool)).exitCode() != 0) {
                return tool.substring(0, tool.indexOf(' '));
            }
        }
        String probe = "pmt" + ProcessHandle.current().pid() + "P";
        boolean may = run(List.of("ip", "netns", "add", probe)).exitCode() == 0;
        run(List.of("ip", "netns", "del", probe));
        return may ? "" : "root, who may make network namespaces";
    }

    static Namespaces set() throws IOException, InterruptedException {
        String name = "pmt" + ProcessHandle.current().pid();
        String setup = SETUP.replace("$S", name + "S")
                .replace("$T", name + "T")
                .replace("$s", "s" + ProcessHandle.current().pid())
                .replace("$t", "t" + ProcessHandle.current().pid())
                .replace("sysctl", "ip netns exec " + name + "T sysctl");
        Ran ran = run(List.of("sh", "-c", setup));
        if (ran.exitCode() != 0) {
            drop(name + "S", name + "T");
            throw new IOException("the namespaces cannot be set up: " + ran.out());
        }
        List<String> listen = new ArrayList<>(List.of("ip", "netns", "exec", name + "T", JAVA, "-cp", CLASSES));
        listen.add(Listeners.class.getName());
        OPEN.forEach(port -> listen.add(port.toString()));
        Process listener = new ProcessBuilder(listen).redirectErrorStream(true).start();
        listener.inputReader().readLine(); // it says when it is ready
        return new Namespaces(name + "S", name + "T", listener);
    }

    /** Runs a command in the namespace to scan from. */
    Ran inside(String... command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("ip", "netns", "exec", scanner));
        words.addAll(List.of(command));
        return run(words);
    }

    Ran paymap(String... args) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(JAVA, "-XX:TieredStopAtLevel=1", "-cp", CLASSES, "paymap.Main"));
        words.add("pmap");
        words.addAll(List.of(args));
        return inside(words.toArray(new String[0]));
    }

    void close() throws IOException, InterruptedException {
        listener.destroy();
        listener.waitFor(10, TimeUnit.SECONDS);
        drop(scanner, target);
    }

    record Ran(int exitCode, String out) {}

    private static final String JAVA = System.getProperty("java.home") + "/bin/java";
    private static final String CLASSES = System.getProperty("java.class.path");

    private static void drop(String... names) throws IOException, InterruptedException {
        for (String name : names) {
            run(List.of("ip", "netns", "del", name));
        }
    }

    private static Ran run(List<String> command) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ran(process.waitFor(), out);
        } catch (IOException e) {
            return new Ran(127, e.toString());
        }
    }
}

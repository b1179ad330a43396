package paymap.torture.pmap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Two network namespaces with a wire between them: one to scan from, one with hosts. Root only. */
final class Wire implements AutoCloseable {

    /** Its ports are open or refuse. */
    static final String SOUND = "10.98.0.2";

    /** Its ports are open or silent. */
    static final String DROPS = "10.98.0.3";

    static final String JAVA = System.getProperty("java.home") + "/bin/java";
    static final String CLASSES = System.getProperty("java.class.path");

    private static final String SETUP = """
            set -e; exec 2>&1
            ip netns add $S; ip netns add $T
            ip link add v netns $S type veth peer name v netns $T
            ip -n $S link set lo up; ip -n $T link set lo up
            ip -n $S addr add 10.98.0.1/24 dev v
            for host in 2 3; do ip -n $T addr add 10.98.0.$host/24 dev v; done
            ip -n $S link set v up; ip -n $T link set v up
            ip netns exec $T sysctl -qw net.ipv4.icmp_ratelimit=0
            ip netns exec $T nft -f - <<'N'
            table inet f {
              chain i { type filter hook input priority 0; policy accept; ip daddr 10.98.0.3 tcp dport != { 22, 80, 443, 1000 } drop; }
              chain later { type filter hook input priority 1; policy accept; }
            }
            N
            ip netns exec $S nft -f - <<'N'
            table inet f {
              chain later { type filter hook output priority 1; policy accept; }
            }
            N
            """;

    private final String name = "pms" + ProcessHandle.current().pid();
    private final Process listener;

    Wire() throws IOException, InterruptedException {
        String said = run("sh", "-c", names(SETUP));
        if (!said.isEmpty()) {
            drop();
            throw new IOException("the namespaces cannot be set up: " + said);
        }
        listener = new ProcessBuilder("ip", "netns", "exec", name + "T", JAVA, "-cp", CLASSES, Tarpits.class.getName())
                .redirectErrorStream(true)
                .start();
        listener.inputReader().readLine(); // it says when it is ready
    }

    /** What is missing for it; empty = nothing. */
    static String missing() throws IOException, InterruptedException {
        String probe = "pms" + ProcessHandle.current().pid() + "P";
        try {
            String said = run(
                    "sh", "-c", "ip netns add " + probe + " && ip netns del " + probe + " && nft --version >/dev/null");
            return said.isEmpty() ? "" : "root, who may make network namespaces, and nft: " + said;
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    /** Something that happens to the wire; {@code $S} and {@code $T} are its ends. */
    void happens(String script) {
        try {
            run("sh", "-c", names(script));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The words of a command in the namespace to scan from. */
    List<String> inside(List<String> command) {
        List<String> words = new ArrayList<>(List.of("ip", "netns", "exec", name + "S"));
        words.addAll(command);
        return words;
    }

    @Override
    public void close() throws IOException {
        try {
            listener.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            drop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void drop() throws IOException, InterruptedException {
        run("sh", "-c", names("ip netns del $S; ip netns del $T; true"));
    }

    private String names(String script) {
        return script.replace("$S", name + "S").replace("$T", name + "T");
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exitCode = process.waitFor();
        return exitCode == 0 ? out : "exit " + exitCode + " " + out;
    }
}

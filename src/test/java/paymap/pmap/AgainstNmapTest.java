package paymap.pmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The same hosts, asked by nmap and by paymap, in network namespaces without a way out. */
@Timeout(180)
class AgainstNmapTest {

    private static final Map<String, Map<String, Integer>> NMAP = new HashMap<>();
    private static Namespaces network;

    @BeforeAll
    static void setUp() throws Exception {
        String missing = Namespaces.missing();
        Assumptions.assumeTrue(missing.isEmpty(), "needs " + missing);
        network = Namespaces.set();
    }

    @AfterAll
    static void tearDown() throws Exception {
        if (network != null) {
            network.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        Namespaces.DROPS + ",1-1024,256,thread",
        Namespaces.DROPS + ",1-1024,1000,proc",
        Namespaces.REJECTS + ",1-799,256,thread",
        Namespaces.REJECTS + ",1-799,64,proc",
        Namespaces.LIMITS + ",1-1024,256,thread",
        Namespaces.LIMITS + ",1-1024,256,proc",
        "127.0.0.1,1-65535,256,thread",
    })
    void everyPortHasTheStateThatNmapGivesIt(String host, String ports, String atOnce, String model) throws Exception {
        Map<String, Integer> nmap = nmapStates(host, ports);

        JsonNode paymap = only(network.paymap("-ip", host, "-p", ports, "-n", atOnce, "-m", model, "--format", "json"));

        assertEquals(nmap.getOrDefault("closed", 0), paymap.get("closed").asInt());
        assertEquals(nmap.getOrDefault("filtered", 0), paymap.get("filtered").asInt());
        assertEquals(nmap.getOrDefault("open", 0), paymap.get("open").size());
        assertEquals(0, paymap.get("errors").asInt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread", "proc"})
    void nothingIsMissedThoughOneQuestionInTwentyGetsLost(String model) throws Exception {
        JsonNode paymap =
                only(network.paymap("-ip", Namespaces.LOSES, "-m", model, "--format", "json", "-p", "1-1024"));

        assertEquals(5, paymap.get("open").size());
        assertEquals(1019, paymap.get("closed").asInt());
    }

    @Test
    void findsTheHostsOfANetworkThatNmapFinds() throws Exception {
        String nmap = network.inside("nmap", "-n", "-sT", "-oG", "-", "-p", "22,80,7,8", "10.99.0.0/28")
                .out();
        Namespaces.Ran paymap = network.paymap("-ip", "10.99.0.0/28", "-p", "22,80,7,8", "--format", "plain");

        assertEquals(open(nmap), new TreeSet<>(paymap.out().lines().toList()));
        assertEquals(6, open(nmap).size());
    }

    @Test
    void findsAllPortsOfTheHostsOfANetwork() throws Exception {
        Namespaces.Ran paymap = network.paymap("-ip", "10.99.0.2-14", "-p", "1-1024", "--format", "plain");

        assertEquals(0, paymap.exitCode());
        assertEquals(15, paymap.out().lines().count(), paymap.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"icmp", "fping", "ping"})
    void pingsTheHostsThatAreThere(String pinger) throws Exception {
        Namespaces.Ran ran = network.paymap(
                "-f", "ping", "-ip", "10.99.0.0/28", "--pinger", pinger, "--format", "plain", "-n", "32");

        Assumptions.assumeTrue(ran.exitCode() == 0, "needs " + pinger);
        assertEquals(
                new TreeSet<>(List.of("10.99.0.1", "10.99.0.2", "10.99.0.9", "10.99.0.14")),
                new TreeSet<>(ran.out().lines().toList()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "192.0.2.0/28"})
    void aMachineWithoutARouteSaysSo(String hosts) throws Exception {
        Namespaces.Ran ran = network.paymap("-ip", hosts, "-p", "1-100", "--format", "json");

        assertEquals(1, ran.exitCode());
        assertFalse(JsonMapper.shared().readTree(ran.out()).get("complete").asBoolean());
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread", "proc"})
    void whatThisMachineForbidsIsAnErrorOfEachPortAndNoState(String model) throws Exception {
        Namespaces.Ran ran =
                network.paymap("-ip", Namespaces.FORBIDDEN, "-p", "1-20", "-m", model, "--all", "--format", "json");

        assertEquals(3, ran.exitCode());
        JsonNode host = JsonMapper.shared().readTree(ran.out()).get("hosts").get(0);
        assertEquals(20, host.get("errors").asInt());
        assertEquals(0, host.get("filtered").asInt());
        assertEquals(
                Reason.FORBIDDEN.words(),
                host.get("others").get(0).get("reason").asString());
    }

    private static JsonNode only(Namespaces.Ran ran) {
        assertEquals(0, ran.exitCode());
        JsonNode hosts = JsonMapper.shared().readTree(ran.out()).get("hosts");
        assertEquals(1, hosts.size());
        return hosts.get(0);
    }

    /** How many ports nmap gives each state; asked once for all models. */
    private static Map<String, Integer> nmapStates(String host, String ports) throws Exception {
        Map<String, Integer> known = NMAP.get(host);
        if (known != null) {
            return known;
        }
        String xml = network.inside("nmap", "-n", "-Pn", "-sT", "-oX", "-", "-p", ports, host)
                .out();
        Map<String, Integer> states = new TreeMap<>();
        Matcher port = Pattern.compile("<state state=\"(\\w+)\"").matcher(xml.substring(xml.indexOf("<ports>")));
        while (port.find()) {
            states.merge(port.group(1), 1, Integer::sum);
        }
        Matcher others =
                Pattern.compile("<extraports state=\"(\\w+)\" count=\"(\\d+)\"").matcher(xml);
        while (others.find()) {
            states.merge(others.group(1), Integer.parseInt(others.group(2)), Integer::sum);
        }
        NMAP.put(host, states);
        return states;
    }

    private static TreeSet<String> open(String grepable) {
        TreeSet<String> open = new TreeSet<>();
        Matcher host = Pattern.compile("Host: (\\S+) .*Ports: ([^\t\n]*)").matcher(grepable);
        while (host.find()) {
            for (String port : host.group(2).split(", ")) {
                String[] fields = port.split("/");
                if (fields[1].equals("open")) {
                    open.add(host.group(1) + ":" + fields[0]);
                }
            }
        }
        return open;
    }
}

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * What the mutation runs found: {@code java src/build/Mutants.java [room...]}, rooms by their names below target/mutation,
 * all without any. A table of them and the mutants that no test noticed. A time-out is no kill here, as it is for PIT: a
 * busy machine makes them too. Exit code 1 where less than 85 % of a room's mutants are killed.
 */
final class Mutants {

    private static final double LEAST = 85;

    public static void main(String[] rooms) throws Exception {
        boolean isEnough = true;
        for (Path room : rooms(List.of(rooms))) {
            isEnough &= told(room);
        }
        System.exit(isEnough ? 0 : 1);
    }

    private static List<Path> rooms(List<String> wanted) throws Exception {
        try (Stream<Path> rooms = Files.list(Path.of("target", "mutation"))) {
            return rooms.filter(room -> Files.exists(room.resolve("mutations.xml")))
                    .filter(room ->
                            wanted.isEmpty() || wanted.contains(room.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    private static boolean told(Path room) throws Exception {
        NodeList mutants = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(room.resolve("mutations.xml").toFile())
                .getElementsByTagName("mutation");
        Map<String, Integer> counts = new TreeMap<>();
        for (int i = 0; i < mutants.getLength(); i++) {
            Element mutant = (Element) mutants.item(i);
            String status = mutant.getAttribute("status");
            counts.merge(status, 1, Integer::sum);
            if (!status.equals("KILLED")) {
                System.out.printf(
                        "  %s %s:%s %s: %s%n",
                        status,
                        text(mutant, "mutatedClass"),
                        text(mutant, "lineNumber"),
                        text(mutant, "mutatedMethod"),
                        text(mutant, "description"));
            }
        }
        double killed = 100.0 * counts.getOrDefault("KILLED", 0) / Math.max(1, mutants.getLength());
        System.out.printf("%s: %d mutants, %.1f %% killed %s%n", room.getFileName(), mutants.getLength(), killed, counts);
        return killed >= LEAST;
    }

    private static String text(Element mutant, String name) {
        return mutant.getElementsByTagName(name).item(0).getTextContent();
    }
}

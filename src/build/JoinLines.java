import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/** Used by the build, started as a source file: prints each line of the given files once. */
final class JoinLines {

    private JoinLines() {}

    public static void main(String[] files) throws IOException {
        Set<String> lines = new LinkedHashSet<>();
        for (String file : files) {
            lines.addAll(Files.readAllLines(Path.of(file)));
        }
        lines.forEach(System.out::println);
    }
}

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/** Unpacks the files of one folder of a jar: {@code Unpack JAR FOLDER INTO}. */
final class Unpack {
    public static void main(String... args) throws IOException {
        Path into = Files.createDirectory(Path.of(args[2]));
        try (ZipFile jar = new ZipFile(args[0])) {
            var files = jar.stream()
                    .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(args[1] + "/"))
                    .toList();
            for (var file : files) {
                String name = file.getName().substring(args[1].length() + 1);
                try (var bytes = jar.getInputStream(file)) {
                    Files.copy(bytes, into.resolve(name));
                }
            }
            if (files.isEmpty()) {
                throw new IOException("nothing in " + args[1]);
            }
        }
    }
}

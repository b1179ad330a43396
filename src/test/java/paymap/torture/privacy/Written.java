package paymap.torture.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import paymap.cli.Db;
import paymap.export.ParquetReading;

/** All bytes below a folder, also of what is packed, and the markers among them. */
final class Written {

    private final Markers markers;
    private final Map<String, Set<String>> found = new TreeMap<>();
    private long bytes;
    private int files;

    Written(Markers markers) {
        this.markers = markers;
    }

    /** Looks through what a command said. */
    void said(String where, String text) {
        look(where, text.getBytes(UTF_8));
    }

    /** Looks through each file below a folder, and its name. */
    void below(Path folder) throws Exception {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : all) {
            files++;
            String name = folder.relativize(file).toString();
            look("the name " + name, name.getBytes(UTF_8));
            look(name, Files.readAllBytes(file));
            unpacked(file, name);
        }
    }

    /** By where it was found: the places it was planted at; empty = nothing was. */
    Map<String, Set<String>> found() {
        return found;
    }

    String searched() {
        return files + " files, " + (bytes >> 10) + " KiB";
    }

    private void unpacked(Path file, String name) throws Exception {
        if (name.endsWith(".parquet")) {
            ParquetReading.each(file, (column, cell) -> look(name + ", read", (column + cell).getBytes(UTF_8)));
        } else if (name.endsWith(".db")) {
            for (String table : Db.rows(file, "SELECT name FROM sqlite_master WHERE type = 'table'")) {
                look(
                        name + ", table " + table,
                        String.join("\n", Db.rows(file, "SELECT * FROM \"" + table + "\""))
                                .getBytes(UTF_8));
            }
        } else if (name.endsWith(".xlsx") || name.endsWith(".zip")) {
            zip(Files.readAllBytes(file), name);
        }
    }

    private void zip(byte[] packed, String name) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(packed))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                look(name + ", " + entry.getName(), zip.readAllBytes());
            }
        }
    }

    private void look(String where, byte[] content) {
        bytes += content.length;
        Set<String> places = markers.in(content);
        if (!places.isEmpty()) {
            found.computeIfAbsent(where, key -> new java.util.TreeSet<>()).addAll(places);
        }
    }
}

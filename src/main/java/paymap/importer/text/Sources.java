package paymap.importer.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;
import paymap.words.Words;

/** All files that a person names, open, so that none goes missing half-way: files, folders, patterns, archives. */
public record Sources(List<Source> files) implements AutoCloseable {

    /** How many files are open at once. */
    private static final int MOST = 1_000;

    /**
     * Opens them in the order they are named; those of a folder or a pattern in the order of their names.
     *
     * @param names files; folders, of which the files are meant and not the folders within; patterns with {@code *},
     *     {@code ?} or {@code [ ]} in the last part, where no file is called so; {@code -} = standard input
     * @param isAddress whether a name is no file, but the address of a store
     * @throws IllegalArgumentException if one is not there, cannot be read or unpacked, or if there are too many
     */
    public static Sources of(List<String> names, InputStream standardInput, Predicate<String> isAddress)
            throws IOException {
        List<Source> open = new ArrayList<>();
        boolean all = false;
        try {
            for (String name : names) {
                if (isAddress.test(name)) {
                    open.add(Source.ofAddress(name));
                    continue;
                }
                if (name.equals("-")) {
                    add(Source.spooled("-", standardInput), open);
                    continue;
                }
                for (Path file : named(name)) {
                    Source source = Source.of(file);
                    add(file.equals(path(name)) ? source : source.asFound(), open);
                    if (open.size() > MOST) {
                        throw new IllegalArgumentException(
                                Words.say("these are more than %,d files; import them in parts", MOST));
                    }
                }
            }
            all = true;
            return new Sources(open);
        } finally {
            if (!all) {
                new Sources(open).close();
            }
        }
    }

    private static void add(Source source, List<Source> open) throws IOException {
        for (Source file : Packed.unpacked(source)) {
            Source text = Mended.of(ParquetTable.asTable(file));
            open.add(source.isFound() || file.isFound() ? text.asFound() : text);
        }
    }

    private static List<Path> named(String name) throws IOException {
        Path path = path(name);
        if (path != null && Files.isDirectory(path)) {
            return inside(path, "*", Words.say("there is no file in the folder %s", name));
        }
        int part = name.lastIndexOf('/') + 1;
        boolean pattern = name.substring(part).matches(".*[*?\\[].*");
        if (path != null && (Files.exists(path) || !pattern)) {
            return List.of(path);
        }
        Path folder = path(part == 0 ? "." : name.substring(0, part));
        String none = Words.say("there is no file %s", name);
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IllegalArgumentException(none);
        }
        return inside(part == 0 ? Path.of("") : folder, name.substring(part), none);
    }

    private static @org.jspecify.annotations.Nullable Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /** Its files but hidden ones. */
    private static List<Path> inside(Path folder, String pattern, String none) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, pattern)) {
            for (Path entry : entries) {
                if (Files.isRegularFile(entry)
                        && !String.valueOf(entry.getFileName()).startsWith(".")) {
                    found.add(entry);
                }
            }
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(none, e);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        if (found.isEmpty()) {
            throw new IllegalArgumentException(none);
        }
        found.sort(null);
        return found;
    }

    @Override
    public void close() throws IOException {
        for (Source file : files) {
            file.close();
        }
    }
}

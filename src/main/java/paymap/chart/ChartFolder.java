package paymap.chart;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import paymap.files.AtomicFile;
import paymap.files.FileTrouble;
import paymap.words.Words;

/** Where results go. Each file takes its place when all are written: a failure leaves what was. */
final class ChartFolder implements AutoCloseable {

    private final Path folder;
    private final Map<String, AtomicFile> files = new LinkedHashMap<>();

    private ChartFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Opens a folder, making it where it is missing.
     *
     * @throws IllegalArgumentException if it is a file, or cannot be written
     */
    static ChartFolder open(Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new IllegalArgumentException(Words.say("%s is a file; name a folder", folder));
        }
        try {
            Files.createDirectories(folder);
        } catch (FileAlreadyExistsException e) {
            throw new IllegalArgumentException(Words.say("%s lies below a file; name a folder", folder), e);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    Words.say("the folder %s cannot be written: %s", folder, FileTrouble.writing(e)), e);
        }
        if (!Files.isWritable(folder)) {
            throw new IllegalArgumentException(
                    Words.say("the folder %s cannot be written: %s", folder, Words.say("you may not write there")));
        }
        return new ChartFolder(folder);
    }

    /**
     * A new file, not yet in its place. Closing it is the caller's.
     *
     * @throws IllegalArgumentException if it cannot be written
     */
    OutputStream file(String name) {
        AtomicFile file = AtomicFile.at(folder.resolve(name));
        files.put(name, file);
        return file.stream();
    }

    void write(String name, String text) throws IOException {
        try (OutputStream out = file(name)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Forgets what was written so far. */
    void clear() {
        files.values().forEach(AtomicFile::close);
        files.clear();
    }

    /** Puts all files in their places, and says where those are. */
    List<Path> publish() throws IOException {
        List<Path> published = new ArrayList<>();
        for (Map.Entry<String, AtomicFile> file : files.entrySet()) {
            file.getValue().commit();
            published.add(folder.resolve(file.getKey()));
        }
        return published;
    }

    /** Pictures that an earlier run left here and this one did not draw. */
    List<String> leftovers() throws IOException {
        try (Stream<Path> there = Files.list(folder)) {
            return there.map(file -> file.getFileName().toString())
                    .filter(name -> isPicture(name) && !files.containsKey(name))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public void close() {
        clear();
    }

    private static boolean isPicture(String name) {
        return Stream.of(ChartKind.values())
                .anyMatch(kind -> name.matches(kind.file() + "-(zh|en)\\.(png|svg|echarts\\.json)"));
    }
}

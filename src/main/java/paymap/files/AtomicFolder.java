package paymap.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import paymap.words.Words;

/**
 * A folder that a user named, with all that lies in it. It appears when it is whole, in one step; one that is there is
 * replaced if it is empty or an earlier one of the same kind, and is as it was on trouble. Nothing else is ever deleted.
 *
 * <p>Not safe for use by several threads.
 */
public final class AtomicFolder implements AutoCloseable {

    /** Tells what an earlier folder of the same kind may hold. */
    public interface Kind {
        /** Whether a folder or a file in it may have such a name. */
        boolean hasName(Path name, boolean folder);

        /** Whether a file of such a name is really one. */
        boolean hasFile(Path file);
    }

    private static final FileAttribute<?> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final int BUFFER = 1 << 16;
    private static final int MOST_DEPTH = 4;

    private final Path folder;
    private final Kind kind;
    private @Nullable Path part; // beside the folder; null = nothing is written yet, or it is in its place

    private AtomicFolder(Path folder, Kind kind) {
        this.folder = folder;
        this.kind = kind;
    }

    /**
     * Begins to write, but changes nothing yet.
     *
     * @throws IllegalArgumentException if nothing can be written there, or what is there must not be replaced, with a
     *     sentence that names it and says why
     */
    public static AtomicFolder at(Path named, Kind kind) {
        try {
            AtomicFolder begun = new AtomicFolder(Links.end(named), kind);
            begun.requireReplaceable();
            begun.requireMovable();
            return begun;
        } catch (IOException e) {
            throw new IllegalArgumentException(Words.say("cannot write to %s: %s", named, FileTrouble.writing(e)), e);
        }
    }

    /**
     * A new file; closing it is the caller's, and not yet {@link #commit}.
     *
     * @param place names of folders, which are made, and of the file, one in the other; each a single name
     */
    public OutputStream file(List<String> place) throws IOException {
        Path root = begun();
        Path file = root;
        for (String name : place) {
            file = below(file, name);
        }
        Files.createDirectories(file.getParent() == null ? root : file.getParent());
        return new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW), BUFFER);
    }

    /** All is written: the folder takes its place. */
    public void commit() throws IOException {
        Path root = begun();
        requireReplaceable();
        Inode there = Inode.of(folder);
        if (there != null && there.hasPermissions()) {
            there.handOnTo(root);
        }
        if (there == null || isEmpty(folder)) {
            Files.move(root, folder, StandardCopyOption.ATOMIC_MOVE);
            part = null;
        } else {
            replace(root);
        }
    }

    /** Leaves nothing behind of a folder that was not committed. */
    @Override
    public void close() {
        if (part != null) {
            deleteQuietly(part, true);
            part = null;
        }
    }

    private void replace(Path root) throws IOException {
        Path old = unused(".old");
        Files.move(folder, old, StandardCopyOption.ATOMIC_MOVE);
        try {
            Files.move(root, folder, StandardCopyOption.ATOMIC_MOVE);
            part = null;
        } catch (IOException e) {
            Files.move(old, folder, StandardCopyOption.ATOMIC_MOVE);
            throw e;
        }
        deleteQuietly(old, false);
    }

    private Path begun() throws IOException {
        Path begun = part;
        if (begun == null) {
            begun = unused(".part");
            Inode there = Inode.of(folder);
            // What is to be private must not be open for a moment either.
            boolean keeps = there != null && there.hasPermissions();
            Files.createDirectory(begun, keeps ? new FileAttribute<?>[] {PRIVATE} : new FileAttribute<?>[0]);
            part = begun;
        }
        return begun;
    }

    /** A name beside the folder that nothing has. */
    private Path unused(String ending) {
        for (int number = 0; ; number++) {
            Path free =
                    folder.resolveSibling(".paymap-" + ProcessHandle.current().pid() + "-" + number + ending);
            if (!Files.exists(free, LinkOption.NOFOLLOW_LINKS)) {
                return free;
            }
        }
    }

    private void requireReplaceable() throws IOException {
        Path parent = folder.getParent();
        if (parent == null || !Files.isWritable(parent)) {
            throw new IOException(Words.say("its folder may not be written"));
        }
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(Words.say("it is a file; name a folder"));
        }
        Files.walkFileTree(folder, new OnlyOfKind());
    }

    /** That it holds its place, as a mounted disk does, shows when it is moved; better now than after the work. */
    private void requireMovable() throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) || !isEmpty(folder)) {
            return; // one of ours came to its place by moving
        }
        Path away = unused(".old");
        try {
            Files.move(folder, away, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new IOException(
                    Words.say("it cannot be replaced as a whole (%s); name a folder in it", FileTrouble.writing(e)), e);
        }
        Files.move(away, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Meets everything in the folder, links unfollowed, and stops at what is of another kind. */
    private final class OnlyOfKind extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult preVisitDirectory(Path met, BasicFileAttributes attributes) throws IOException {
            if (!met.equals(folder)
                    && !(folder.relativize(met).getNameCount() < MOST_DEPTH && kind.hasName(met.getFileName(), true))) {
                throw foreign(met);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path met, BasicFileAttributes attributes) throws IOException {
            if (!attributes.isRegularFile() || !kind.hasName(met.getFileName(), false) || !kind.hasFile(met)) {
                throw foreign(met);
            }
            return FileVisitResult.CONTINUE;
        }

        private IOException foreign(Path met) {
            return new IOException(Words.say(
                    "it holds %s, which is not of an earlier export like this; name another folder",
                    folder.relativize(met)));
        }
    }

    private static Path below(Path folder, String name) throws IOException {
        try {
            Path below = folder.resolve(name);
            if (!folder.equals(below.getParent()) || !below.equals(below.normalize())) {
                throw new IOException(Words.say("\"%s\" is no name of a file", name));
            }
            return below;
        } catch (InvalidPathException e) {
            throw new IOException(Words.say("\"%s\" is no name of a file here; set a UTF-8 locale", name), e);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> there = Files.list(folder)) {
            return there.findAny().isEmpty();
        }
    }

    /** @param ours whether all of it is this one's; else what is of another kind stays */
    private void deleteQuietly(Path root, boolean ours) {
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path met, BasicFileAttributes attributes) throws IOException {
                    if (ours || kind.hasName(met.getFileName(), false)) {
                        Files.delete(met);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path met, @Nullable IOException trouble) throws IOException {
                    Files.delete(met);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            // What is left beside the folder harms nobody.
        }
    }
}

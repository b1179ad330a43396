package paymap.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import paymap.words.Words;

/**
 * A file that a user named and that is written while work goes on, so that a kill leaves what was found. Where a file of
 * that name is there already, it stays as it is, and what grows stands beside it, with {@code .part} behind its name,
 * until an {@link AtomicFile} takes the place of both. It is locked: nobody else writes to it at the same time.
 */
public final class GrowingFile implements AutoCloseable {

    private static final Set<StandardOpenOption> NEW_ONLY =
            EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private final Path file;
    private final FileChannel channel;
    private final OutputStream stream;
    private final @Nullable FileChannel replaced; // keeps its lock, as the other may look at either
    private Path at;

    private GrowingFile(Path file, Path at, FileChannel channel, @Nullable FileChannel replaced) {
        this.file = file;
        this.at = at;
        this.channel = channel;
        this.stream = Channels.newOutputStream(channel);
        this.replaced = replaced;
    }

    /**
     * Begins anew.
     *
     * @return null = it is no file that could be read again, but a device, a pipe or an open file
     * @throws IllegalArgumentException if nothing can be written there, with a sentence that names it and says why
     */
    public static @Nullable GrowingFile at(Path named) {
        try {
            if (Files.isDirectory(named)) {
                throw new IOException(Words.say("it is a folder; name a file"));
            }
            Path file = Links.end(named);
            Inode there = Links.isOpenFile(file) ? null : Inode.of(file);
            if (Links.isOpenFile(file) || there != null && !there.isFile()) {
                return null;
            }
            return there == null ? created(file, file, null) : beside(file, there);
        } catch (IOException e) {
            throw cannot(named, e);
        }
    }

    /**
     * What a stopped scan left of a file: that beside it, or the file itself.
     *
     * @param named by a user; need not be there
     */
    public static Path left(Path named) {
        try {
            Path file = Links.end(named);
            return Files.isRegularFile(part(file), LinkOption.NOFOLLOW_LINKS) ? part(file) : named;
        } catch (IOException e) {
            return named; // whoever reads it says what is wrong
        }
    }

    /**
     * Goes on with what a stopped scan left: what is written first takes its place in one step, see {@link #takePlace}.
     *
     * @throws IllegalArgumentException if nothing can be written there, or somebody is writing to it
     */
    public static GrowingFile insteadOf(Path named) {
        try {
            Path file = Links.end(named);
            Path old = Files.isRegularFile(part(file), LinkOption.NOFOLLOW_LINKS) ? part(file) : file;
            FileChannel replaced = locked(FileChannel.open(old, StandardOpenOption.WRITE));
            Path fresh = old.resolveSibling(".paymap-" + ProcessHandle.current().pid() + "-resumed.part");
            Files.deleteIfExists(fresh);
            Inode there = Inode.of(old);
            GrowingFile begun = new GrowingFile(
                    file, fresh, locked(FileChannel.open(fresh, NEW_ONLY, AtomicFile.attributes(there))), replaced);
            if (there != null && there.hasPermissions()) {
                there.handOnTo(fresh);
            }
            return begun;
        } catch (IOException e) {
            throw cannot(named, e);
        }
    }

    /** Where it grows; for people. */
    public Path path() {
        return at;
    }

    /** Where the bytes go, unbuffered: what is written survives the process. */
    public OutputStream stream() {
        return stream;
    }

    /** What was written so far holds all that the stopped one left: it takes its place. */
    public void takePlace() throws IOException {
        Path place = Files.isRegularFile(part(file), LinkOption.NOFOLLOW_LINKS) ? part(file) : file;
        Files.move(at, place, StandardCopyOption.ATOMIC_MOVE);
        at = place;
    }

    /** Is not needed any more: all of it stands in the file, or there is nothing in it. */
    public void discard() {
        close();
        try {
            Files.deleteIfExists(at);
        } catch (IOException e) {
            // What is left beside the file harms nobody.
        }
    }

    /** All of it stands in the file by now. */
    public void done() {
        if (at.equals(file)) {
            close();
        } else {
            discard();
        }
    }

    /** Leaves it as it is. */
    @Override
    public void close() {
        try {
            channel.close();
            if (replaced != null) {
                replaced.close();
            }
        } catch (IOException e) {
            // Everything was written before.
        }
    }

    private static Path part(Path file) {
        return file.resolveSibling(file.getFileName() + ".part");
    }

    private static GrowingFile beside(Path file, Inode there) throws IOException {
        if (!Files.isWritable(file)) {
            throw new IOException(Words.say("it is there and read-only"));
        }
        locked(FileChannel.open(file, StandardOpenOption.WRITE)).close(); // nobody goes on with it
        Path part = part(file);
        if (Files.exists(part, LinkOption.NOFOLLOW_LINKS)) {
            if (!Files.isRegularFile(part, LinkOption.NOFOLLOW_LINKS)) {
                throw new IOException(Words.say("%s is in the way", part));
            }
            locked(FileChannel.open(part, StandardOpenOption.WRITE)).close();
            Files.delete(part);
        }
        return created(file, part, there);
    }

    private static GrowingFile created(Path file, Path at, @Nullable Inode there) throws IOException {
        FileChannel channel = locked(FileChannel.open(at, NEW_ONLY, AtomicFile.attributes(there)));
        if (there != null && there.hasPermissions()) {
            there.handOnTo(at);
        }
        return new GrowingFile(file, at, channel, null);
    }

    private static FileChannel locked(FileChannel channel) throws IOException {
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // This process is it.
        } catch (IOException e) {
            return channel; // a file system without locks
        }
        channel.close();
        throw new IOException(Words.say("another scan is writing to it"));
    }

    private static IllegalArgumentException cannot(Path named, IOException e) {
        return new IllegalArgumentException(Words.say("cannot write to %s: %s", named, FileTrouble.writing(e)), e);
    }
}

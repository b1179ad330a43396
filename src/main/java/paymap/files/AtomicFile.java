package paymap.files;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import paymap.words.Words;

/**
 * A file that a user named. It appears when it is whole, in one step, and keeps the permissions of the one it replaces;
 * on trouble, what was there is as it was. A link stays a link: what it leads to is written. A device, a named pipe and
 * an open file such as /dev/stdout are written into as they are, and never replaced.
 *
 * <p>Not safe for use by several threads.
 */
public final class AtomicFile implements AutoCloseable {

    private static final int BUFFER = 1 << 16;
    private static final Set<StandardOpenOption> NEW_ONLY =
            EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    private static final FileAttribute<?> PRIVATE = PosixFilePermissions.asFileAttribute(
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));

    private final Path file;
    private final OutputStream stream;
    private Closeable outermost;
    private @Nullable Path part; // beside the file; null = it is written as it is, or is in its place

    private AtomicFile(Path file, @Nullable Path part, OutputStream stream) {
        this.file = file;
        this.part = part;
        this.stream = new BufferedOutputStream(stream, BUFFER);
        this.outermost = this.stream;
    }

    /**
     * Begins to write, but changes nothing yet. A named pipe makes it wait until somebody reads.
     *
     * @throws IllegalArgumentException if nothing can be written there, with a sentence that names it and says why
     */
    public static AtomicFile at(Path named) {
        try {
            if (Files.isDirectory(named)) {
                throw new IOException(Words.say("it is a folder; name a file"));
            }
            Path end = Links.end(named);
            return Links.isOpenFile(end) ? new AtomicFile(end, null, openFile(end)) : named(end);
        } catch (IOException e) {
            throw new IllegalArgumentException(Words.say("cannot write to %s: %s", named, FileTrouble.writing(e)), e);
        }
    }

    /** Where the bytes go. Closing it is not yet {@link #commit}. */
    public OutputStream stream() {
        return stream;
    }

    /** The same for text, as UTF-8. Half of a surrogate pair becomes a question mark. */
    public Writer writer() {
        Writer writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        outermost = writer;
        return writer;
    }

    /** All is written: the file takes its place. */
    public void commit() throws IOException {
        outermost.close();
        if (part == null) {
            return;
        }
        Inode there = Inode.of(file, LinkOption.NOFOLLOW_LINKS);
        if (there != null && !there.isFile()) {
            throw new IOException(Words.say("something that is no file stands there by now"));
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        part = null;
    }

    /** Leaves nothing behind of a file that was not committed. */
    @Override
    public void close() {
        try {
            outermost.close();
        } catch (IOException e) {
            // The first trouble is the one that is told.
        }
        try {
            if (part != null) {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            // What is left beside the file harms nobody.
        }
    }

    private static AtomicFile named(Path file) throws IOException {
        Inode there = Inode.of(file);
        if (there == null || there.isFile()) {
            return beside(file, there);
        }
        if (there.isDisk()) {
            throw new IOException(Words.say("it is a disk; name a file"));
        }
        if (there.isSocket()) {
            throw new IOException(Words.say("it is a socket, which cannot be opened by its name"));
        }
        return new AtomicFile(file, null, Files.newOutputStream(file, StandardOpenOption.WRITE));
    }

    /** For a new file that is to take the place of one: what is to be private must not be open for a moment either. */
    static FileAttribute<?>[] attributes(@Nullable Inode there) {
        boolean keeps = there != null && there.hasPermissions();
        return keeps ? new FileAttribute<?>[] {PRIVATE} : new FileAttribute<?>[0];
    }

    private static AtomicFile beside(Path file, @Nullable Inode there) throws IOException {
        if (there != null && !Files.isWritable(file)) {
            throw new IOException(Words.say("it is there and read-only"));
        }
        FileAttribute<?>[] attributes = attributes(there);
        for (int number = 0; ; number++) {
            // A name of its own length: that of the file may be as long as names can be.
            Path part = file.resolveSibling(".paymap-" + ProcessHandle.current().pid() + "-" + number + ".part");
            try {
                AtomicFile begun = new AtomicFile(
                        file, part, Channels.newOutputStream(Files.newByteChannel(part, NEW_ONLY, attributes)));
                if (there != null && there.hasPermissions()) {
                    there.handOnTo(part);
                }
                return begun;
            } catch (FileAlreadyExistsException e) {
                // Somebody else's, or an earlier one of ours: the next number is free sooner or later.
            } catch (AccessDeniedException e) {
                throw new IOException(Words.say("its folder may not be written"), e);
            }
        }
    }

    /** Standard output and error share their place with what is printed; of others, the end is the only safe place. */
    private static OutputStream openFile(Path descriptor) throws IOException {
        if (Links.isOwn(descriptor, 1)) {
            return new Lent(new FileOutputStream(FileDescriptor.out));
        }
        if (Links.isOwn(descriptor, 2)) {
            return new Lent(new FileOutputStream(FileDescriptor.err));
        }
        if (!Files.exists(descriptor)) {
            throw new IOException(Words.say("no file is open under this number"));
        }
        return Files.newOutputStream(descriptor, StandardOpenOption.APPEND);
    }

    /** A stream that stays open for others. */
    private static final class Lent extends FilterOutputStream {
        Lent(OutputStream stream) {
            super(stream);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}

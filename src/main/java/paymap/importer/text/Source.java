package paymap.importer.text;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import paymap.files.Devices;
import paymap.words.Words;

/** A file that can be read several times: first to see what it is, then for its rows. */
public final class Source implements AutoCloseable {

    private final String name;
    private final @Nullable Path path;
    private final FileChannel channel;
    private final long size;
    private final Kind kind;

    private enum Kind {
        NAMED,
        FOUND,
        ADDRESS
    }

    private Source(String name, @Nullable Path path, FileChannel channel) throws IOException {
        this(name, path, channel, Kind.NAMED);
    }

    private Source(String name, @Nullable Path path, FileChannel channel, Kind kind) throws IOException {
        this.name = name;
        this.path = path;
        this.channel = channel;
        this.size = channel.size();
        this.kind = kind;
    }

    /**
     * Opens a file. A pipe is first copied as {@link #spooled} does.
     *
     * @throws IllegalArgumentException if it is not there, is a folder or a device, or may not be read
     */
    public static Source of(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new IllegalArgumentException(Words.say("there is no file %s", file));
        }
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException(Words.say("%s is a folder; name the files in it", file));
        }
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException(Words.say("you may not read the file %s", file));
        }
        if (!Files.isRegularFile(file)) {
            if (Devices.isAt(file)) {
                throw new IllegalArgumentException(
                        Words.say("%s is a device; name a file, or - for standard input", file));
            }
            try (InputStream in = Files.newInputStream(file)) {
                return spooled(file.toString(), in);
            }
        }
        return new Source(file.toString(), file, FileChannel.open(file, StandardOpenOption.READ));
    }

    /**
     * Copies a stream to a file of its own, as what it is can only be told from all of it. The copy can be read by its
     * owner only, and is gone with the process, however that ends.
     */
    public static Source spooled(String name, InputStream in) throws IOException {
        return copied(name, in::transferTo);
    }

    /** An address that a person named: what stands there is read by other means, and as a stream it is empty. */
    static Source ofAddress(String name) throws IOException {
        Source nothing = spooled(name, InputStream.nullInputStream());
        return new Source(name, null, nothing.channel, Kind.ADDRESS);
    }

    /** Writes text into a stream. */
    interface Text {
        void to(Writer out) throws IOException;
    }

    /** A copy as {@link #spooled}, of text that is made for it. */
    static Source written(String name, Charset charset, Text text) throws IOException {
        return copied(name, out -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, charset));
            text.to(writer);
            writer.flush();
        });
    }

    /** Writes bytes into a stream. */
    interface Content {
        void to(OutputStream out) throws IOException;
    }

    /** A copy as {@link #spooled}, of bytes that are made for it. */
    static Source copied(String name, Content content) throws IOException {
        Path copy = Files.createTempFile("paymap-import", null);
        FileChannel channel = FileChannel.open(
                copy, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        try (OutputStream out = notClosing(channel)) {
            content.to(out);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        return new Source(name, null, channel);
    }

    /** As the user named it; standard input is {@code -}. */
    public String name() {
        return name;
    }

    /** Where it stands under this name; null = nowhere, as it is a copy of a stream. */
    public @Nullable Path path() {
        return path;
    }

    /** The same open file, as one that nobody named: a folder, a pattern or an archive has it. Only one is to be closed. */
    Source asFound() throws IOException {
        return new Source(name, path, channel, Kind.FOUND);
    }

    /** Whether it merely lies where a person said that lists are, so that it may be something else. */
    public boolean isFound() {
        return kind == Kind.FOUND;
    }

    /** Whether its name is the address of a store, and there is nothing to read as a stream. */
    public boolean isAddress() {
        return kind == Kind.ADDRESS;
    }

    /** In bytes. */
    public long size() {
        return size;
    }

    /** From the first byte; an earlier stream of this source is of no use from now on. */
    public InputStream open() throws IOException {
        channel.position(0);
        InputStream all = Channels.newInputStream(channel);
        return new InputStream() {
            @Override
            public int read() throws IOException {
                return all.read();
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                return all.read(into, offset, length);
            }
        };
    }

    /** Bytes from a place on, wherever streams are; -1 = there are none. */
    int read(ByteBuffer into, long from) throws IOException {
        try {
            return channel.read(into, from);
        } catch (IOException e) {
            throw new FileSystemException(name, null, String.valueOf(e.getMessage()));
        }
    }

    /** How far the reading of it is, in bytes. */
    public long position() throws IOException {
        return channel.position();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static OutputStream notClosing(FileChannel channel) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                ByteBuffer left = ByteBuffer.wrap(bytes, offset, length);
                while (left.hasRemaining()) {
                    channel.write(left);
                }
            }
        };
    }
}

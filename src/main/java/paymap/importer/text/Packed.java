package paymap.importer.text;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import paymap.words.Words;

/**
 * Files in a file: gzip, a zip archive, a spreadsheet. Each is unpacked to a copy of its own before it is looked at. Names
 * inside of an archive are told to people and never used as paths; an archive in an archive is left packed.
 */
public final class Packed {

    private static final byte[] GZIP = {0x1F, (byte) 0x8B};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int LONGEST_NAME = 60;

    private final Source source;
    private final Bounded.Limits limits;

    private Packed(Source source, Bounded.Limits limits) {
        this.source = source;
        this.limits = limits;
    }

    /**
     * The files that a file holds: itself, if it is not packed; else it is closed.
     *
     * @throws IllegalArgumentException if it is packed and cannot be unpacked whole, or holds more than is let through
     */
    public static List<Source> unpacked(Source source) throws IOException {
        return unpacked(source, Bounded.Limits.USUAL);
    }

    static List<Source> unpacked(Source source, Bounded.Limits limits) throws IOException {
        byte[] head;
        try (InputStream in = source.open()) {
            head = in.readNBytes(ZIP.length);
        } catch (IOException e) {
            return List.of(source); // whoever reads it tells
        }
        boolean gzip = begins(head, GZIP);
        if (!gzip && !begins(head, ZIP)) {
            return List.of(source);
        }
        Packed packed = new Packed(source, limits);
        try (source) {
            return gzip ? List.of(packed.gunzipped()) : packed.unzipped();
        } catch (IOException e) {
            throw new IllegalArgumentException(Words.say("%s cannot be unpacked: %s", source.name(), reason(e)), e);
        }
    }

    private static String reason(IOException e) {
        if (e instanceof EOFException) {
            return Words.say("it is cut off");
        }
        return e instanceof ZipException ? Words.say("it is damaged or encrypted") : String.valueOf(e.getMessage());
    }

    private static boolean begins(byte[] head, byte[] magic) {
        return Arrays.equals(Arrays.copyOf(head, magic.length), magic) && head.length >= magic.length;
    }

    private Source gunzipped() throws IOException {
        try (InputStream in = new Bounded(new GZIPInputStream(source.open()), limits.of(source.size()))) {
            return Source.spooled(source.name(), in);
        }
    }

    private List<Source> unzipped() throws IOException {
        List<Source> files = new ArrayList<>();
        boolean whole = false;
        try (Archive zip = new Archive(source)) {
            InputStream all = new Bounded(zip, limits.of(source.size()));
            int entries = 0;
            for (String entry = zip.next(); entry != null; entry = zip.next()) {
                if (++entries > limits.entries()) {
                    throw new IOException(Words.say("it holds more than %,d files", limits.entries()));
                }
                if (Workbook.isPartOfOne(entry)) {
                    return List.of(new Workbook(source, limits).asTable());
                }
                if (isWanted(entry)) {
                    files.add(Source.spooled(source.name() + ": " + label(entry), all)
                            .asFound());
                }
            }
            if (files.isEmpty()) {
                throw new IOException(Words.say("it is an empty archive"));
            }
            whole = true;
            return files;
        } finally {
            if (!whole) {
                for (Source file : files) {
                    file.close();
                }
            }
        }
    }

    /** Not what systems add for themselves. */
    private static boolean isWanted(String name) {
        return !name.endsWith("/")
                && !name.startsWith("__MACOSX/")
                && !label(name).startsWith(".");
    }

    /** The last part of a name. Archives made in Chinese Windows write names in GBK and do not say so. */
    private static String label(String name) {
        boolean bytes = name.chars().allMatch(c -> c < 0x100) && name.chars().anyMatch(c -> c > 0x7F);
        String read = bytes ? new String(name.getBytes(StandardCharsets.ISO_8859_1), GB18030) : name;
        String last = read.substring(Math.max(read.lastIndexOf('/'), read.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{C}", "?");
        return last.length() > LONGEST_NAME ? last.substring(0, LONGEST_NAME) + "…" : last;
    }
}

package paymap.page.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * A file of the page out of the jar, under a name that changes with what is in it, so that browsers keep it for good.
 *
 * @param path where it is served, e.g. {@code /assets/page-1a2b3c4d5e6f7081.css}
 * @param handler answers it
 */
public record Asset(String path, Handler handler) {

    private static final int HASH_BYTES = 8;

    /**
     * Reads it.
     *
     * @param beside a class in whose package it lies
     * @param file its name with an ending, e.g. {@code page.css}
     * @param type with its encoding where it is text
     */
    public static Asset of(Class<?> beside, String file, String type) {
        try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(file), file)) {
            return of(file, type, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same of what is at hand. */
    public static Asset of(String file, String type, byte[] body) {
        int dot = file.lastIndexOf('.');
        String path = "/assets/" + file.substring(0, dot) + "-" + hash(body) + file.substring(dot);
        Response.Whole whole =
                Response.Whole.of(type, body).with("Cache-Control", "private, max-age=31536000, immutable");
        return new Asset(path, request -> whole);
    }

    /** Sixteen hexadecimal digits that stand for bytes. */
    static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

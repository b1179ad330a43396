package paymap.importer.browser;

import java.time.Duration;
import paymap.importer.format.Replies;

/** What a browser, or whoever speaks in its place, may take of this process. */
final class Limits {

    /** Of a message, in characters: a reply whose every other character is escaped. */
    static final int MESSAGE = 16 << 20;

    /** Of the beginning of a longer one that is still looked at. */
    static final int HEAD = 1 << 10;

    /** Of a reply, in bytes. */
    static final int REPLY = Replies.MOST_BYTES;

    /** Of all replies that a tab keeps, in bytes. */
    static final int BUFFER = 64 << 20;

    /** Of the body of a request, in bytes; a longer one is no search. */
    static final int ASKED = 64 << 10;

    /** Of an address, an id or the name of a field, in characters. */
    static final int NAME = 10_000;

    /** Requests and replies under way that are remembered, and tabs that are listened to. */
    static final int UNDER_WAY = 2_000;

    /** To answer on this machine, which may have a lot else to do. */
    static final Duration ANSWER = Duration.ofSeconds(30);

    /** To start: a fresh profile on a slow disk takes its time. One that ends instead is told of at once. */
    static final Duration START = Duration.ofMinutes(2);

    /** To end by itself, once it is told to. */
    static final Duration END = Duration.ofSeconds(5);

    private Limits() {}
}

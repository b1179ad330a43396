package paymap.importer.browser;

/** A browser that is missing, will not start or cannot be listened to; the message is a sentence for people. */
public final class BrowserTrouble extends Exception {

    BrowserTrouble(String message) {
        super(message);
    }
}

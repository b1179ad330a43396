package paymap.importer.browser;

import org.jspecify.annotations.Nullable;

/** What a message of the browser says, as far as it matters here; all texts are as it wrote them, up to a length. */
sealed interface Told {

    /** Takes it apart; a new kind does not compile until it is handled. */
    void tell(Hearer hearer) throws InterruptedException;

    /** Whom it is for. */
    interface Hearer {
        void opened(Opened tab) throws InterruptedException;

        void closed(Closed tab) throws InterruptedException;

        void asked(Asked request) throws InterruptedException;

        void answered(Answered reply) throws InterruptedException;

        void arrived(Arrived reply) throws InterruptedException;

        void text(Text text) throws InterruptedException;
    }

    /**
     * A tab, a frame or something else that can be listened to, under the name of its session.
     *
     * @param target its own name, whoever listens
     * @param waits whether it does nothing until it is told to go on
     */
    record Opened(String session, String target, String type, boolean waits) implements Told {
        @Override
        public void tell(Hearer hearer) throws InterruptedException {
            hearer.opened(this);
        }
    }

    record Closed(String session) implements Told {
        @Override
        public void tell(Hearer hearer) throws InterruptedException {
            hearer.closed(this);
        }
    }

    /** A request by the number that its session gives it; after a redirect it keeps the number. */
    record Id(String session, String request) {}

    /**
     * A request goes out.
     *
     * @param body what is asked for; empty = by its address alone
     * @param redirected the status of the redirect that led here; 0 = none did
     */
    record Asked(Id id, String url, String method, String body, int redirected) implements Told {
        @Override
        public void tell(Hearer hearer) throws InterruptedException {
            hearer.asked(this);
        }
    }

    /** The head of a reply; its text is still under way. */
    record Answered(Id id, String url, int status, String mime, boolean madeUp) implements Told {
        @Override
        public void tell(Hearer hearer) throws InterruptedException {
            hearer.answered(this);
        }
    }

    /** The end of a reply. */
    record Arrived(Id id, boolean whole) implements Told {
        @Override
        public void tell(Hearer hearer) throws InterruptedException {
            hearer.arrived(this);
        }
    }

    /**
     * An answer to a command.
     *
     * @param command its number
     * @param text that was asked for, or the name of the tab that was opened; null = the browser has none
     * @param tooLarge whether there is one, and it is too large
     */
    record Text(long command, @Nullable String text, boolean base64, boolean tooLarge) implements Told {
        @Override
        public void tell(Hearer hearer) throws InterruptedException {
            hearer.text(this);
        }
    }
}

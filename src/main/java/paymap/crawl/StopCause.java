package paymap.crawl;

/** Why a crawl ended before it was complete. What to advise is decided by this; the sentence beside it only informs. */
public enum StopCause {
    /** A login, a verification or a captcha: only a person can go on. */
    HUMAN_NEEDED,
    /** A login wall, after which the site is to be left alone for longer than the person would wait. */
    LOGIN_WALL_WAIT,
    /** The site, or robots.txt, wants a longer wait than the person does. */
    WAIT_TOO_LONG,
    /** The site has shut us out. */
    BANNED,
    /** robots.txt does not allow what was wanted. */
    ROBOTS,
    /** The site speaks no protocol that we know, or not the one that was named. */
    PROTOCOL_UNSUPPORTED,
    /** Nobody answers at the address. */
    UNREACHABLE,
    /** Too many requests in a row brought nothing. */
    FRUITLESS,
    /** Some pages could not be read; everything else is there. */
    PAGES_LOST,
    /** The site lists nothing for what was searched for. */
    NOTHING_LISTED,
    /** A person ended it. */
    INTERRUPTED;

    /** Whether another keyword may fare better, so that those that follow are tried. */
    public boolean isOfOneKeyword() {
        return switch (this) {
            case PAGES_LOST, NOTHING_LISTED -> true;
            case HUMAN_NEEDED,
                    LOGIN_WALL_WAIT,
                    WAIT_TOO_LONG,
                    BANNED,
                    ROBOTS,
                    PROTOCOL_UNSUPPORTED,
                    UNREACHABLE,
                    FRUITLESS,
                    INTERRUPTED -> false;
        };
    }
}

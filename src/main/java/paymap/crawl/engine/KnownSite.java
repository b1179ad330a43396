package paymap.crawl.engine;

/** What a process knows of the site, and keeps from one keyword to the next: its pace, its session, that robots.txt is read. */
final class KnownSite {

    /** A cold site answers its first requests in an order and at a pace of its own (seen with sites just started). */
    private static final int COLD_REQUESTS = 4;

    final SiteThrottle throttle;
    final Preparation preparation;
    final SessionKeeper sessions = new SessionKeeper();
    private int requests;

    KnownSite(String site, Crawler.Parts parts) {
        this.throttle = new SiteThrottle(site, parts.ledger(), parts.settings(), parts.random());
        this.preparation = new Preparation(parts.settings().obeyRobots());
    }

    void sent() {
        requests++;
    }

    /** Whether it has hardly been asked yet. */
    boolean isCold() {
        return requests <= COLD_REQUESTS;
    }
}

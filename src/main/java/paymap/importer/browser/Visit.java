package paymap.importer.browser;

import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import paymap.importer.format.Replies;
import paymap.importer.format.RowHandler;
import paymap.importer.format.SavedPages;
import paymap.words.Words;

/** What is known of a visit while it goes on: open tabs, and replies under way that can hold rows. */
final class Visit implements Told.Hearer {

    private static final Set<String> LISTENED_TO = Set.of("page", "iframe");
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    /** A request that can bring rows, and what is known of its reply. */
    private static final class Exchange {
        final String url;
        final String asked;
        int status;
        boolean madeUp;
        boolean answered;

        Exchange(String url, String asked) {
            this.url = url;
            this.asked = asked;
        }
    }

    private final Commands browser;
    private final SavedPages site;
    private final Replies replies;
    private final RowHandler rows;
    private final Set<String> listening = new HashSet<>();
    private final Set<String> tabs = new HashSet<>();
    private final Map<Told.Id, Exchange> underWay = bounded();
    private final Map<Long, Exchange> awaited = bounded();
    private final Opening opening;
    private boolean begun;
    private long pages;

    Visit(Commands browser, SavedPages site, RowHandler rows) {
        this.browser = browser;
        this.site = site;
        this.replies = new Replies(site, true);
        this.rows = rows;
        this.opening = new Opening(browser, rows);
    }

    /** The oldest goes where there are too many: its reply never came. */
    private static <K, V> Map<K, V> bounded() {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > Limits.UNDER_WAY;
            }
        };
    }

    /** @param address to be opened as soon as there is a tab; empty = none */
    void begin(String address) throws InterruptedException {
        opening.begin(address);
        browser.tellOfTabs("");
    }

    /** Whether the last tab was closed. */
    boolean isOver() {
        return begun && tabs.isEmpty();
    }

    /** Whatever it is, it goes on; what is to be listened to only then, as its page would be missed before. */
    @Override
    public void opened(Told.Opened tab) throws InterruptedException {
        boolean known = listening.size() >= Limits.UNDER_WAY || listening.contains(tab.session());
        if (!known && LISTENED_TO.contains(tab.type())) {
            listenTo(tab);
        }
        if (tab.waits()) {
            browser.goOn(tab.session());
        }
        idle();
    }

    /** Nothing is said. */
    void idle() throws InterruptedException {
        if (begun) {
            opening.tryIt();
        }
    }

    private void listenTo(Told.Opened tab) throws InterruptedException {
        listening.add(tab.session());
        if (tab.type().equals("page")) {
            tabs.add(tab.session());
            begun = true;
        }
        opening.listenedTo(tab, browser.tellOfReplies(tab.session()));
        browser.tellOfTabs(tab.session());
    }

    @Override
    public void closed(Told.Closed tab) {
        listening.remove(tab.session());
        tabs.remove(tab.session());
        underWay.keySet().removeIf(id -> id.session().equals(tab.session()));
    }

    @Override
    public void asked(Told.Asked request) throws InterruptedException {
        Exchange before = underWay.remove(request.id());
        if (before != null && request.redirected() > 0) {
            take(new SavedPages.Page(before.url, request.redirected(), request.url(), "", before.asked), false, before);
        }
        if (!Replies.isPreflight(request.method()) && isWanted(request.url())) {
            underWay.put(request.id(), new Exchange(request.url(), Replies.asked(request.body())));
        }
    }

    @Override
    public void answered(Told.Answered reply) {
        Exchange exchange = underWay.get(reply.id());
        if (exchange == null && isWanted(reply.url())) { // of a tab that was asking before it was listened to
            exchange = new Exchange(reply.url(), "");
            underWay.put(reply.id(), exchange);
        }
        if (exchange == null) {
            return;
        }
        if (Replies.isMedia(reply.mime())) {
            underWay.remove(reply.id());
            return;
        }
        exchange.status = reply.status();
        exchange.madeUp = reply.madeUp();
        exchange.answered = true;
    }

    @Override
    public void arrived(Told.Arrived reply) throws InterruptedException {
        Exchange exchange = underWay.remove(reply.id());
        if (exchange != null && exchange.answered && reply.whole()) {
            awaited.put(browser.textOf(reply.id()), exchange);
        }
    }

    @Override
    public void text(Told.Text told) throws InterruptedException {
        if (opening.answered(told)) {
            return;
        }
        Exchange exchange = awaited.remove(told.command());
        if (exchange == null) {
            return; // an answer to another command, or to none
        }
        if (told.tooLarge()) {
            replies.noteTooLarge(rows);
        } else if (told.text() == null) {
            rows.note(Words.say("reply that the browser no longer held when it was asked for, not read"));
        } else {
            take(
                    new SavedPages.Page(exchange.url, exchange.status, "", told.text(), exchange.asked),
                    told.base64(),
                    exchange);
        }
    }

    private void take(SavedPages.Page page, boolean base64, Exchange exchange) throws InterruptedException {
        pages++;
        replies.take(page, base64, exchange.madeUp, "page " + pages, rows);
        rows.pageTurned();
    }

    /** Beside the boards' own addresses only what this machine serves itself: no other site's page is ever asked for. */
    private boolean isWanted(String url) {
        return (site.owns(url) || isOfThisMachine(url)) && site.mayHoldRows(url);
    }

    private static boolean isOfThisMachine(String url) {
        @Nullable String host = host(url);
        return host != null && LOOPBACK.contains(host);
    }

    private static @Nullable String host(String url) {
        try {
            return URI.create(url).getHost();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}

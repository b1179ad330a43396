package paymap.crawl;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import paymap.crawl.Flight.Event;
import paymap.crawl.Outcome.Flaw;
import paymap.job.Posting;
import paymap.pace.Workers;

/** One run of a plan in this process. Lives on one thread; only the workers' calls leave it. */
final class Crawl {

    private static final Duration TICK = Duration.ofSeconds(1);
    private static final int MOST_HOPS = 5;
    private static final int COLD_REQUESTS = 4;

    private final CrawlPlan plan;
    private final JobSite site;
    private final Ledger ledger;
    private final Workers<Event> workers;
    private final InstantSource clock;
    private final CrawlListener listener;
    private final BooleanSupplier stopped;
    private final Turnstile turnstile;
    private final SessionKeeper sessions = new SessionKeeper();
    private final TallyKeeper tally;
    private final Ledger.Run run;
    private final Map<String, CityProgress> cities = new LinkedHashMap<>();
    private final Map<String, Set<String>> firstPages = new HashMap<>();

    private final Map<String, Integer> emptyPages = new HashMap<>(); // by city, against the site's own count

    private boolean robotsRead;
    private boolean preparing; // robots.txt or a session is under way: pages wait
    private Instant prepareNotBefore = Instant.EPOCH;
    private Instant renewAt = Instant.EPOCH;
    private int prepareAttempts;
    private int hops;
    private @Nullable String nextStep; // where robots.txt or a session was said to be
    private @Nullable PageTask held; // leased, waiting for a session or a turn
    private int underWay;
    private boolean wireQuiet = true; // the last request has left; only then may the next one follow
    private int doors;
    private int fruitless; // requests answered since the last page that was good
    private final Map<String, Integer> brokenPages = new HashMap<>(); // by city, since its last good page
    private int brokenInARow;
    private Instant lastBroken = Instant.EPOCH;
    private boolean heard;
    private String lastTrouble = "";
    private CrawlReport.@Nullable Ending ending;
    private String why = "";

    Crawl(
            CrawlPlan plan,
            JobSite site,
            Ledger ledger,
            Workers<Event> workers,
            Crawler.Settings settings,
            Random random,
            CrawlListener listener,
            BooleanSupplier stopped) {
        this.plan = plan;
        this.site = site;
        this.ledger = ledger;
        this.workers = workers;
        this.clock = ledger.clock();
        this.listener = listener;
        this.stopped = stopped;
        this.robotsRead = !settings.obeyRobots();
        this.tally = new TallyKeeper(clock.instant());
        this.run = ledger.begin(plan, settings.newRun());
        this.turnstile = new Turnstile(plan.site(), ledger, settings, random);
    }

    CrawlReport run() throws InterruptedException {
        ledger.progress(run.id()).forEach(this::note);
        listener.begun(run);
        cities.values().forEach(this::askFor);
        while (ending == null) {
            renew();
            checkStopped();
            boolean started = ending == null && startNext();
            if (ending == null && !started && underWay == 0 && nothingLeft()) {
                finish();
            } else if (ending == null) {
                handle(workers.await(started ? Duration.ZERO : patience()));
            }
        }
        windDown();
        return report();
    }

    // ---- starting requests ----

    /** Starts the next request if its turn has come. */
    private boolean startNext() {
        if (!wireQuiet || underWay >= workers.size()) {
            return false;
        }
        Instant now = clock.instant();
        if (turnstile.waitIsTooLong(now)) {
            end(CrawlReport.Ending.PARTIAL, turnstile.tooLong(now));
            return false;
        }
        if (!wants(now) || !turnstile.take()) {
            return false;
        }
        tally.resumed(now);
        if (!robotsRead) {
            String at = nextStep;
            prepare(Flight.forRobots(now), onWire -> site.readRobots(at, onWire));
        } else if (sessions.needsOne()) {
            openSession(now);
        } else {
            fetchPage(now);
        }
        return true;
    }

    /** Whether there is something to ask for now. */
    private boolean wants(Instant now) {
        if (preparing || (!robotsRead && now.isBefore(prepareNotBefore))) {
            return false;
        }
        if (!robotsRead) {
            return true;
        }
        if (held == null) {
            held = ledger.lease(run.id()).orElse(null);
        }
        boolean tooEarly = sessions.needsOne() ? now.isBefore(prepareNotBefore) : sessions.onProbation();
        return held != null && !tooEarly;
    }

    private void openSession(Instant now) {
        PageTask next = heldPage();
        String at = nextStep;
        prepare(Flight.forSession(now), onWire -> site.open(next.city(), next.keyword(), at, onWire));
    }

    private void prepare(Flight flight, Function<Consumer<Instant>, Outcome> call) {
        preparing = true;
        start(flight, call);
    }

    private void fetchPage(Instant now) {
        PageTask page = heldPage();
        held = null;
        SessionKeeper.Use use = sessions.take();
        start(Flight.forPage(page, use, now), onWire -> site.fetch(use.session, page, onWire));
    }

    private void start(Flight flight, Function<Consumer<Instant>, Outcome> call) {
        underWay++;
        wireQuiet = false;
        workers.start(report -> {
            try {
                Outcome outcome = call.apply(at -> report.accept(Event.sent(flight, at)));
                report.accept(Event.landed(flight, outcome));
            } catch (RuntimeException | Error e) {
                report.accept(Event.failed(flight, e)); // silence would leave the crawl waiting for ever
            }
        });
    }

    private PageTask heldPage() {
        PageTask page = held;
        if (page == null) {
            throw new IllegalStateException("no page is held");
        }
        return page;
    }

    // ---- waiting ----

    /** How long nothing can happen but an answer. */
    private Duration patience() {
        if (!wireQuiet || underWay >= workers.size() || preparing || sessions.onProbation()) {
            return TICK;
        }
        Instant now = clock.instant();
        Instant next = held != null || !robotsRead ? turnstile.turnAt() : ledger.nextReady(run.id());
        if (next == null) {
            return TICK;
        }
        if ((!robotsRead || sessions.needsOne()) && prepareNotBefore.isAfter(next)) {
            next = prepareNotBefore;
        }
        Duration wait = Duration.between(now, next.isAfter(turnstile.turnAt()) ? next : turnstile.turnAt());
        return wait.compareTo(TICK) < 0 ? wait : TICK;
    }

    /** However long a wait, others must hear that we are alive. */
    private void renew() {
        if (!clock.instant().isBefore(renewAt)) {
            renewAt = ledger.renew(run.id());
        }
    }

    private boolean nothingLeft() {
        return held == null
                && cities.values().stream().allMatch(CityProgress::ended)
                && ledger.nextReady(run.id()) == null;
    }

    private void checkStopped() {
        if (stopped.getAsBoolean() && ending == null) {
            end(CrawlReport.Ending.INTERRUPTED, "interrupted");
        }
    }

    // ---- answers ----

    private void handle(@Nullable Event event) {
        if (event == null) {
            lookAround();
            tell();
            return;
        }
        Flight flight = event.flight();
        if (event.mistake() != null) {
            throw new IllegalStateException("a worker failed", event.mistake());
        }
        if (event.onWire() != null) {
            wireQuiet = true;
            flight.sentAt = event.onWire();
            tally.sent();
            turnstile.sent(flight.sentAt);
        }
        if (event.outcome() != null) {
            wireQuiet = true;
            underWay--;
            if (tally.requests() <= COLD_REQUESTS) {
                turnstile.sent(clock.instant()); // who knows when a cold site counted it: no later than it answered
            }
            fruitless++;
            landed(flight, event.outcome());
            checkFruitless();
            tell();
        }
    }

    private void checkFruitless() {
        if (fruitless >= RetryRule.MOST_FRUITLESS + workers.size()) {
            end(
                    CrawlReport.Ending.PARTIAL,
                    fruitless + " requests in a row brought no rows, the last trouble: " + lastTrouble);
        }
    }

    private void landed(Flight flight, Outcome outcome) {
        preparing &= flight.purpose == Flight.Purpose.PAGE;
        if (outcome instanceof Outcome.Trouble trouble) {
            trouble(flight, trouble);
        } else if (outcome instanceof Outcome.RobotsRead robots) {
            arrived(flight);
            robotsRead = true;
            turnstile.crawlDelay(robots.crawlDelay(), flight.sentAt);
        } else if (outcome instanceof Outcome.Moved moved) {
            moved(flight, moved.url());
        } else if (outcome instanceof Outcome.Opened opened) {
            arrived(flight);
            tally.opened();
            sessions.opened(opened.session());
        } else if (outcome instanceof Outcome.Fetched fetched) {
            fetched(flight, fetched);
        }
        ended(flight);
    }

    private void ended(Flight flight) {
        if (flight.use != null && sessions.ended(flight.use)) {
            turnstile.absolve();
            listener.decided("sessions are good for " + flight.use.served
                    + " pages; they are replaced in time now, and the pace is not to blame");
        }
    }

    private void arrived(Flight flight) {
        good(flight);
        startOver();
    }

    private void startOver() {
        hops = 0;
        nextStep = null;
    }

    private void moved(Flight flight, String url) {
        hops++;
        lastTrouble = "a redirect";
        nextStep = url;
        if (hops > MOST_HOPS) {
            startOver();
            trouble(flight, new Outcome.Broken(Flaw.REDIRECT_LOOP, "the site sends us in a circle"));
        } else {
            heard = true;
        }
    }

    private void good(Flight flight) {
        heard = true;
        prepareAttempts = 0;
        if (flight.page != null) { // a session that opens proves nothing: a site can open sessions for ever
            doors = 0;
            brokenInARow = 0;
            fruitless = 0;
            brokenPages.remove(flight.page.city());
        }
        turnstile.served(flight.purpose == Flight.Purpose.PAGE);
    }

    private void fetched(Flight flight, Outcome.Fetched fetched) {
        PageTask page = pageOf(flight);
        Outcome.Broken odd = oddness(page, fetched);
        if (odd != null) {
            sessions.drop(flight.use); // perhaps it is this session that is shown something else
            trouble(flight, odd);
            return;
        }
        good(flight);
        emptyPages.remove(page.city());
        sessions.served(useOf(flight));
        tally.page();
        Optional<CityProgress> after = ledger.done(page, fetched);
        if (after.isEmpty()) {
            listener.decided(flight + " was finished by another process meanwhile");
        }
        after.ifPresent(city -> {
            if (page.page() == 1) {
                firstPages.put(page.city(), idsOf(fetched.rows()));
            }
            note(city);
            askFor(city);
        });
    }

    /** What makes an answer worth a second look; null = nothing. */
    private Outcome.@Nullable Broken oddness(PageTask page, Outcome.Fetched fetched) {
        CityProgress city = cityOf(page);
        if (fetched.shown() == 0) {
            boolean odd = city.shouldHaveRows(page.page(), fetched.totalCount());
            String why = "against the site's own count, page " + page.page() + " came empty";
            return odd ? new Outcome.Broken(Flaw.EMPTY_AGAINST_COUNT, why) : null;
        }
        if (fetched.rows().isEmpty()) {
            return new Outcome.Broken(Flaw.NOTHING_READABLE, "no row of page " + page.page() + " could be read");
        }
        boolean firstAgain = page.page() > 1 && firstPage(page.city()).containsAll(idsOf(fetched.rows()));
        return firstAgain ? new Outcome.Broken(Flaw.FIRST_PAGE_AGAIN, "page 1 came back as page " + page.page()) : null;
    }

    private void trouble(Flight flight, Outcome.Trouble trouble) {
        boolean isDoor = trouble instanceof Outcome.SignedOut;
        boolean isRefusal = isDoor || trouble instanceof Outcome.Throttled;
        boolean newIncident = isRefusal && turnstile.isNewIncident(flight.sentAt);
        heard |= !(trouble instanceof Outcome.Unreachable);
        doors += isDoor && newIncident ? 1 : 0;
        countBroken(isRefusal, flight.sentAt);
        tally.trouble(isRefusal, newIncident);
        lastTrouble = trouble.why();
        if (flight.page != null && !isRefusal && countsOutTheCity(flight.page)) {
            leaveTheCity(flight.page, trouble.why());
            return;
        }
        int attempt = flight.page == null ? prepareAttempts : flight.page.attempt();
        int most = flight.page == null ? RetryRule.MOST_PREPARATIONS : mostAttempts(flight.page, trouble);
        RetryRule.Decision decision = RetryRule.on(trouble, attempt, most, doors, brokenInARow, heard);
        if (decision instanceof RetryRule.Pause pause) {
            pause(flight, pause.retryAfter(), trouble.why());
        } else if (decision instanceof RetryRule.TryAgain) {
            tryAgain(flight, trouble.why());
        } else if (decision instanceof RetryRule.GiveUp) {
            giveUp(flight, trouble);
        } else if (decision instanceof RetryRule.Stop stop) {
            giveBack(flight, false, Duration.ZERO);
            end(CrawlReport.Ending.PARTIAL, stop.why());
        }
    }

    private boolean countsOutTheCity(PageTask page) {
        int broken = brokenPages.merge(page.city(), 1, Integer::sum);
        boolean isLast = cities.values().stream().filter(city -> !city.ended()).count() == 1;
        return broken >= RetryRule.MOST_FRUITLESS_OF_A_CITY + workers.size() - 1
                || (isLast && brokenInARow >= RetryRule.MOST_FRUITLESS_OF_A_CITY);
    }

    private void leaveTheCity(PageTask page, String reason) {
        String told = brokenPages.get(page.city()) + " pages in a row could not be read, the last: " + reason;
        listener.decided(page.city() + " is left alone: " + told);
        note(ledger.giveUp(page, told, true));
    }

    /** Empty pages of one city bear each other out: three in all, of whatever numbers, are the end of its list. */
    private int mostAttempts(PageTask page, Outcome.Trouble trouble) {
        if (is(trouble, Flaw.EMPTY_AGAINST_COUNT)) {
            int empty = emptyPages.merge(page.city(), 1, Integer::sum);
            return empty >= RetryRule.MOST_EMPTY ? 0 : RetryRule.MOST_ATTEMPTS;
        }
        boolean wouldComeAgain = is(trouble, Flaw.FIRST_PAGE_AGAIN) || is(trouble, Flaw.TOO_LARGE);
        return wouldComeAgain ? RetryRule.MOST_REPEATED : RetryRule.MOST_ATTEMPTS;
    }

    private static boolean is(Outcome.Trouble trouble, Flaw flaw) {
        return trouble instanceof Outcome.Broken broken && broken.flaw() == flaw;
    }

    /** Sixteen connections that break together are one accident. */
    private void countBroken(boolean isRefusal, Instant sentAt) {
        if (!isRefusal && sentAt.isAfter(lastBroken)) {
            brokenInARow++;
            lastBroken = clock.instant();
        }
    }

    private void pause(Flight flight, @Nullable Duration retryAfter, String reason) {
        Instant now = clock.instant();
        startOver();
        if (flight.use != null) {
            flight.use.refused = true;
            sessions.drop(flight.use);
        }
        if (turnstile.refused(flight.sentAt, retryAfter, reason)) {
            tally.paused(now);
            listener.decided(turnstile.explain(flight.toString(), now));
        }
        giveBack(flight, false, Duration.ZERO);
        if (held != null) {
            ledger.giveBack(held, Duration.ZERO, false);
            held = null;
        }
    }

    private void tryAgain(Flight flight, String reason) {
        int attempt = flight.page == null ? ++prepareAttempts : flight.page.attempt() + 1;
        Duration delay = turnstile.backoff(Math.max(attempt, brokenInARow));
        if (attempt > 1 || brokenInARow > 1) {
            sessions.drop(
                    flight.use); // opening the next one shows whether the site is well, at the cost of one request
        }
        if (flight.page == null) {
            prepareNotBefore = clock.instant().plus(delay);
            startOver();
        }
        giveBack(flight, true, delay);
        listener.decided(flight + " failed (" + reason + "); trying again, attempt " + (attempt + 1));
    }

    private void giveUp(Flight flight, Outcome.Trouble trouble) {
        String reason = trouble.why();
        if (flight.page == null) {
            end(CrawlReport.Ending.PARTIAL, flight + " could not be fetched: " + reason);
            return;
        }
        // Later pages of a list that begins anew for ever, or that seems to end here, would only bring the same.
        boolean endsCity = is(trouble, Flaw.FIRST_PAGE_AGAIN) || is(trouble, Flaw.EMPTY_AGAINST_COUNT);
        emptyPages.remove(flight.page.city());
        CityProgress city = ledger.giveUp(flight.page, reason, endsCity);
        listener.decided(flight + " is given up: " + reason);
        note(city);
        askFor(city);
    }

    private void giveBack(Flight flight, boolean failed, Duration delay) {
        if (flight.page != null) {
            ledger.giveBack(flight.page, delay, failed);
        }
    }

    // ---- cities ----

    /** Another process may have part in this run: what it brought ends cities too. */
    private void lookAround() {
        for (CityProgress city : ledger.progress(run.id())) {
            note(city);
            askFor(city);
        }
    }

    private void note(CityProgress city) {
        cities.put(city.city(), city);
    }

    private void askFor(CityProgress city) {
        if (!city.ended() && city.horizon() > city.asked()) {
            note(ledger.ask(run.id(), city.city(), city.horizon()));
        }
    }

    private CityProgress cityOf(PageTask page) {
        CityProgress city = cities.get(page.city());
        if (city == null) {
            throw new IllegalStateException("a page of a city that is not in the plan: " + page.city());
        }
        return city;
    }

    private Set<String> firstPage(String city) {
        Set<String> known = firstPages.getOrDefault(city, Set.of());
        if (known.isEmpty()) {
            known = ledger.firstPageIds(run.id(), city); // another process may fetch it meanwhile
            firstPages.put(city, known);
        }
        return known;
    }

    private static Set<String> idsOf(List<Posting> rows) {
        Set<String> ids = new HashSet<>();
        rows.forEach(row -> ids.add(row.positionId()));
        return ids;
    }

    private static PageTask pageOf(Flight flight) {
        if (flight.page == null) {
            throw new IllegalStateException("rows came from a request that was for no page");
        }
        return flight.page;
    }

    private static SessionKeeper.Use useOf(Flight flight) {
        if (flight.use == null) {
            throw new IllegalStateException("a page was fetched without a session");
        }
        return flight.use;
    }

    // ---- the end ----

    private void finish() {
        boolean lost = cities.values().stream().anyMatch(city -> city.lost() > 0);
        boolean nothing = cities.values().stream().allMatch(city -> city.seen() == 0);
        if (lost) {
            end(CrawlReport.Ending.PARTIAL, "some pages could not be read");
        } else if (nothing) {
            end(
                    CrawlReport.Ending.PARTIAL,
                    "the site lists nothing for \"" + plan.keyword() + "\" in any of these cities");
        } else {
            end(CrawlReport.Ending.COMPLETE, "");
        }
    }

    private void end(CrawlReport.Ending how, String reason) {
        if (ending == null) {
            ending = how;
            why = reason;
        }
    }

    /** Lets answers under way arrive and be stored, unless a person wants out. */
    private void windDown() throws InterruptedException {
        while (underWay > 0 && !stopped.getAsBoolean()) {
            renew();
            handle(workers.await(TICK));
        }
        if (held != null) {
            ledger.giveBack(held, Duration.ZERO, false);
        }
        ledger.progress(run.id()).forEach(this::note);
        boolean nothingToAdd = cities.values().stream().allMatch(city -> city.missing() == 0);
        ledger.end(run.id(), ending == CrawlReport.Ending.COMPLETE || nothingToAdd, why);
    }

    private CrawlReport report() {
        List<CityProgress> all = ledger.progress(run.id());
        boolean nothingAtAll = all.stream().allMatch(city -> city.stored() == 0);
        CrawlReport.Ending how = ending == null ? CrawlReport.Ending.INTERRUPTED : ending;
        boolean failed = how == CrawlReport.Ending.PARTIAL
                && nothingAtAll
                && all.stream().anyMatch(city -> !city.ended());
        return new CrawlReport(
                run.id(),
                plan,
                run.continued(),
                run.joined(),
                failed ? CrawlReport.Ending.FAILED : how,
                why,
                all,
                tally.until(clock.instant()));
    }

    private void tell() {
        listener.status(new CrawlListener.Status(
                List.copyOf(cities.values()),
                tally.requests(),
                turnstile.interval(),
                turnstile.waitingUntil(clock.instant()),
                turnstile.waitingFor(clock.instant())));
    }
}

package paymap.crawl.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import paymap.crawl.CityProgress;
import paymap.crawl.CrawlListener;
import paymap.crawl.CrawlListener.Wait;
import paymap.crawl.CrawlListener.WaitKind;
import paymap.crawl.CrawlPlan;
import paymap.crawl.CrawlReport;
import paymap.crawl.CrawlReport.Ending;
import paymap.crawl.Departure;
import paymap.crawl.JobSite;
import paymap.crawl.Ledger;
import paymap.crawl.Outcome;
import paymap.crawl.PageTask;
import paymap.crawl.StopCause;
import paymap.crawl.engine.InFlightRequest.Purpose;
import paymap.pace.Workers;
import paymap.words.Words;

/**
 * One run of a plan in this process: lease a page, wait for a permit, have a worker ask the site, judge what comes back.
 * Lives on one thread; only the workers' calls leave it.
 */
final class Crawl {

    private static final Duration TICK = Duration.ofSeconds(1); // so often a stop, and other processes, are looked at

    /** The usual pace of Lagou, a request in five seconds, stands in each line anyway. */
    private static final Duration LONG_INTERVAL = Duration.ofSeconds(6);

    private final JobSite site;
    private final Workers<Event> workers;
    private final BooleanSupplier stopped;
    private final CrawlState crawl;
    private final RequestsUnderWay underWay;

    private Instant renewAt = Instant.EPOCH;
    private Instant lookAt = Instant.EPOCH; // when to look at what other processes brought
    private Instant idleUntil = Instant.EPOCH; // nothing but an answer can happen before

    /**
     * @param run of the plan, entered
     * @param known what earlier runs in this process know of the site; goes on to the next
     * @param stopped asked from time to time: whether a person wants out
     */
    Crawl(Crawler.Parts parts, CrawlPlan plan, Ledger.Run run, KnownSite known, BooleanSupplier stopped) {
        this.site = parts.site();
        this.workers = parts.workers();
        this.stopped = stopped;
        this.crawl = new CrawlState(parts, plan, run, known);
        this.underWay = new RequestsUnderWay(crawl, workers);
    }

    CrawlReport run() throws InterruptedException {
        crawl.cities.refresh();
        lookAt = crawl.clock.instant().plus(TICK);
        crawl.listener.begun(crawl.run);
        learn();
        while (goesOn()) {
            NextAction next = next(crawl.clock.instant());
            Purpose purpose = next.send();
            boolean started = purpose != null && crawl.throttle.tryAcquire();
            if (purpose != null && started) {
                send(purpose);
            }
            if (!started && underWay.isEmpty() && crawl.nothingLeft()) {
                finish();
            } else {
                handle(workers.await(started ? Duration.ZERO : next.atMost()));
            }
        }
        windDown();
        return report();
    }

    private boolean goesOn() {
        Instant now = crawl.clock.instant();
        if (!now.isBefore(renewAt)) {
            renewAt = crawl.ledger.renew(crawl.run.id()); // however long a wait, others must hear that we are alive
        }
        if (stopped.getAsBoolean()) {
            crawl.end(Ending.INTERRUPTED, StopCause.INTERRUPTED, Words.say("interrupted"));
        } else if (underWay.mayStart() && crawl.throttle.waitIsTooLong(now)) {
            boolean atLogin = crawl.failures.lastRefusalWasALoginWall();
            StopCause cause = atLogin ? StopCause.LOGIN_WALL_WAIT : StopCause.WAIT_TOO_LONG;
            crawl.end(Ending.PARTIAL, cause, crawl.throttle.tooLong(now));
        }
        return !crawl.hasEnded();
    }

    // ---- what to do next ----

    /**
     * Either a request to send, or how long nothing can happen but an answer.
     *
     * @param send null = wait
     */
    private record NextAction(@Nullable Purpose send, Duration atMost) {}

    private NextAction next(Instant now) {
        boolean opening = crawl.preparation.isUnderWay();
        if (!underWay.mayStart() || (opening && crawl.sessions.needsOne())) {
            return new NextAction(null, TICK);
        }
        if (crawl.preparation.needsRobots()) {
            return sendAt(Purpose.ROBOTS, crawl.preparation.notBefore(), now);
        }
        if (crawl.leased == null) {
            crawl.leased = crawl.ledger.lease(crawl.run.id()).orElse(null);
        }
        if (crawl.leased == null) {
            Instant ready = crawl.ledger.nextReady(crawl.run.id());
            return ready == null ? new NextAction(null, TICK) : waitUntil(later(ready, crawl.throttle.permitAt()), now);
        }
        if (crawl.sessions.needsOne()) {
            return sendAt(Purpose.SESSION, crawl.preparation.notBefore(), now);
        }
        if (!opening && !crawl.sessions.isOpenedBy(crawl.leased) && opensAhead(now)) {
            return new NextAction(Purpose.SESSION, Duration.ZERO);
        }
        return crawl.sessions.awaitingFirstSuccess()
                ? new NextAction(null, TICK)
                : sendAt(Purpose.PAGE, Instant.EPOCH, now);
    }

    /** Where an interval is kept, a session costs a turn, and opening it ahead would save nothing. */
    private boolean opensAhead(Instant now) {
        return crawl.throttle.interval().isZero()
                && !crawl.preparation.notBefore().isAfter(now)
                && !crawl.throttle.permitAt().isAfter(now)
                && crawl.sessions.needsSpare(crawl.cities.pagesToDo() - underWay.pages());
    }

    private NextAction sendAt(Purpose purpose, Instant notBefore, Instant now) {
        Instant at = later(notBefore, crawl.throttle.permitAt());
        return at.isAfter(now) ? waitUntil(at, now) : new NextAction(purpose, Duration.ZERO);
    }

    private NextAction waitUntil(Instant at, Instant now) {
        idleUntil = at;
        Duration wait = Duration.between(now, at);
        return new NextAction(null, wait.compareTo(TICK) < 0 ? wait : TICK);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    // ---- requests and answers ----

    private void send(Purpose purpose) {
        Instant now = crawl.clock.instant();
        crawl.tally.resumed(now);
        String at = crawl.preparation.nextAddress();
        switch (purpose) {
            case ROBOTS -> prepare(InFlightRequest.forRobots(now), departure -> site.readRobots(at, departure));
            case SESSION -> {
                PageTask first = crawl.leasedPage();
                prepare(
                        InFlightRequest.forSession(first, now),
                        departure -> site.open(first.city(), first.keyword(), at, departure));
            }
            case PAGE -> {
                PageTask page = crawl.leasedPage();
                crawl.leased = null;
                SessionKeeper.Use use = crawl.sessions.take(page);
                underWay.start(
                        InFlightRequest.forPage(page, use, now), departure -> site.fetch(use.session, page, departure));
            }
        }
    }

    private void prepare(InFlightRequest request, Function<Departure, Outcome> call) {
        crawl.preparation.started();
        underWay.start(request, call);
    }

    private void handle(@Nullable Event event) {
        if (event == null) {
            tick(crawl.clock.instant());
            return;
        }
        event.match(underWay);
        if (event instanceof Event.Completed end) {
            Judge.judge(crawl, end.request(), end.outcome());
            tell();
        }
    }

    /** Between two requests nothing comes either: only when time has passed may others have brought something. */
    private void tick(Instant now) {
        if (!now.isBefore(lookAt)) {
            lookAt = now.plus(TICK);
            crawl.cities.refresh();
            tell();
        }
    }

    private void learn() {
        site.learned().forEach(crawl.listener::decided);
    }

    private void tell() {
        learn();
        Instant now = crawl.clock.instant();
        crawl.listener.status(new CrawlListener.Status(
                List.copyOf(crawl.cities.all()), crawl.tally.requests(), crawl.throttle.interval(), waiting(now)));
    }

    /** What a person may wonder about; null = nothing. */
    private @Nullable Wait waiting(Instant now) {
        Wait refused = crawl.throttle.waiting(now);
        if (refused != null || !underWay.isEmpty()) {
            return refused != null ? refused : underWay.unanswered(now);
        }
        Duration wait = Duration.between(now, idleUntil);
        boolean isRetry = idleUntil.isAfter(crawl.throttle.permitAt());
        if (wait.compareTo(isRetry ? RequestsUnderWay.WORTH_TELLING : LONG_INTERVAL) < 0) {
            return null;
        }
        return isRetry
                ? new Wait(WaitKind.RETRY, crawl.failures.last(), wait, idleUntil)
                : new Wait(WaitKind.PACE, "", wait, idleUntil);
    }

    // ---- the end ----

    private void finish() {
        if (crawl.cities.all().stream().anyMatch(city -> city.counts().lost() > 0)) {
            crawl.end(Ending.PARTIAL, StopCause.PAGES_LOST, Words.say("some pages could not be read"));
        } else if (crawl.cities.all().stream().allMatch(city -> city.counts().seen() == 0)) {
            String nothing =
                    Words.say("the site lists nothing for \"%s\" in any of these cities", crawl.plan.keyword());
            crawl.end(Ending.PARTIAL, StopCause.NOTHING_LISTED, nothing);
        } else {
            crawl.end(Ending.COMPLETE, null, "");
        }
    }

    /** Lets answers under way arrive and be stored, unless a person wants out. */
    private void windDown() throws InterruptedException {
        while (!underWay.isEmpty() && !stopped.getAsBoolean()) {
            handle(workers.await(TICK));
        }
        learn();
        crawl.releaseLeased();
        List<CityProgress> all = crawl.ledger.progress(crawl.run.id());
        boolean nothingToAdd = all.stream().noneMatch(CityProgress::mayLackRows)
                && all.stream().anyMatch(city -> city.stored() > 0);
        boolean complete = crawl.end().ending() == Ending.COMPLETE || nothingToAdd;
        crawl.ledger.end(crawl.run.id(), complete, crawl.end().why());
    }

    private CrawlReport report() {
        List<CityProgress> all = crawl.ledger.progress(crawl.run.id());
        CrawlState.End end = crawl.end();
        boolean nothingAtAll = all.stream().allMatch(city -> city.stored() == 0);
        boolean moreToDo = end.cause() == StopCause.PAGES_LOST || all.stream().anyMatch(city -> !city.ended());
        boolean failed = end.ending() == Ending.PARTIAL && nothingAtAll && moreToDo;
        return new CrawlReport(
                crawl.run,
                crawl.plan,
                failed ? Ending.FAILED : end.ending(),
                end.cause(),
                end.why(),
                all,
                crawl.tally.until(crawl.clock.instant()));
    }
}

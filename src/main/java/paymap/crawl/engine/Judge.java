package paymap.crawl.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import paymap.crawl.CityProgress;
import paymap.crawl.CrawlReport.Ending;
import paymap.crawl.Outcome;
import paymap.crawl.Outcome.Flaw;
import paymap.crawl.Outcome.Trouble;
import paymap.crawl.PageTask;
import paymap.crawl.StopCause;
import paymap.crawl.engine.InFlightRequest.Purpose;
import paymap.words.Words;

/** What the outcome of one request changes. */
final class Judge implements Outcome.Cases {

    private final CrawlState crawl;
    private final InFlightRequest request;

    private Judge(CrawlState crawl, InFlightRequest request) {
        this.crawl = crawl;
        this.request = request;
    }

    static void judge(CrawlState crawl, InFlightRequest request, Outcome outcome) {
        if (!(outcome instanceof Outcome.NotSent)) {
            crawl.failures.answered();
        }
        if (request.purpose != Purpose.PAGE) {
            crawl.preparation.answered();
        }
        outcome.match(new Judge(crawl, request));
        if (request.use != null && crawl.sessions.ended(request.use)) {
            crawl.throttle.revokePenalty();
            crawl.listener.decided(Words.say(
                    "sessions are good for %d pages; they are replaced in time now, and the pace is not to blame",
                    request.use.served));
        }
        if (crawl.failures.isEnough()) {
            crawl.end(Ending.PARTIAL, StopCause.FRUITLESS, crawl.failures.enough());
        }
    }

    @Override
    public void robotsRead(Outcome.RobotsRead robots) {
        crawl.failures.responded();
        crawl.throttle.served(false);
        crawl.preparation.robotsRead();
        crawl.throttle.crawlDelay(robots.crawlDelay(), request.sentAt);
    }

    @Override
    public void moved(Outcome.Moved to) {
        if (crawl.preparation.redirected(to.url())) {
            crawl.failures.responded();
        } else {
            trouble(new Outcome.Broken(Flaw.REDIRECT_LOOP, Words.say("the site redirects in a circle")));
        }
    }

    @Override
    public void opened(Outcome.Opened opened) {
        crawl.failures.responded();
        crawl.throttle.served(false);
        crawl.preparation.reached();
        crawl.tally.opened();
        if (!crawl.sessions.needsOne()) {
            crawl.sessions.openedAhead(opened.session());
            return;
        }
        crawl.sessions.opened(opened.session());
        if (opened.page() != null) {
            shown(opened.page());
        }
    }

    /** The way into a session showed a page. It counts if it is the one that waits; an odd one is asked for as any other. */
    private void shown(Outcome.Fetched fetched) {
        PageTask first = crawl.leased;
        if (first == null || first.page() != 1 || !first.equals(request.opensFor)) {
            return;
        }
        if (crawl.cities.oddness(first, fetched) == null) {
            crawl.leased = null;
            SessionKeeper.Use use = crawl.sessions.takeCurrent();
            served(first, use, fetched);
            crawl.sessions.ended(use);
        }
    }

    @Override
    public void fetched(Outcome.Fetched fetched) {
        PageTask page = page();
        Outcome.Broken odd = crawl.cities.oddness(page, fetched);
        if (odd != null) {
            crawl.sessions.drop(request.use); // perhaps it is this session that is shown something else
            trouble(odd);
            return;
        }
        served(page, use(), fetched);
    }

    private void served(PageTask page, SessionKeeper.Use use, Outcome.Fetched fetched) {
        crawl.failures.goodPage(page.city());
        crawl.throttle.served(true);
        crawl.preparation.pageServed();
        if (crawl.sessions.served(use)) {
            crawl.tally.opened();
        }
        crawl.tally.page();
        Optional<CityProgress> after = crawl.done(page, fetched);
        if (after.isEmpty()) {
            crawl.listener.decided(
                    Words.say("%s was finished by another process meanwhile", InFlightRequest.words(page)));
        }
        after.ifPresent(city -> crawl.cities.stored(page, fetched, city));
    }

    @Override
    public void notSent(Outcome.NotSent turn) {
        if (request.use != null) {
            request.use.started--;
        }
        crawl.release(request.page, Duration.ZERO, false);
    }

    @Override
    public void trouble(Trouble trouble) {
        boolean isRefusal = Failures.isRefusal(trouble);
        boolean isNewIncident = isRefusal && crawl.throttle.isNewIncident(request.permitted);
        crawl.failures.count(trouble, request, isNewIncident, crawl.clock.instant());
        crawl.tally.trouble(isRefusal, isNewIncident);
        RetryRule.on(trouble, crawl.failures.situation(request.page, attempt(), crawl.cities.underWay()))
                .match(new Sentence(trouble));
    }

    /** Earlier failures of this request. */
    private int attempt() {
        return request.page == null ? crawl.preparation.attempts() : request.page.attempt();
    }

    private PageTask page() {
        if (request.page == null) {
            throw new IllegalStateException("rows came from a request that was for no page");
        }
        return request.page;
    }

    private SessionKeeper.Use use() {
        if (request.use == null) {
            throw new IllegalStateException("a page was fetched without a session");
        }
        return request.use;
    }

    /** Carries out what is decided on trouble. */
    private final class Sentence implements RetryRule.Actions {

        private final Trouble trouble;

        Sentence(Trouble trouble) {
            this.trouble = trouble;
        }

        @Override
        public void pause(RetryRule.Pause pause) {
            crawl.preparation.startOver();
            if (request.use != null) {
                request.use.refused = true;
                crawl.sessions.drop(request.use);
            }
            if (crawl.throttle.refused(request.permitted, pause.retryAfter(), trouble.why())) {
                Instant now = crawl.clock.instant();
                crawl.tally.paused(now);
                crawl.listener.refused(trouble.why());
                crawl.listener.decided(crawl.throttle.explain(request.words(), now));
            }
            crawl.release(request.page, Duration.ZERO, false);
            crawl.releaseLeased();
        }

        @Override
        public void tryAgain() {
            int attempt = attempt() + 1;
            int brokenInARow = crawl.failures.brokenInARow();
            Duration delay = crawl.throttle.backoff(Math.max(attempt, brokenInARow));
            if (attempt > 1 || brokenInARow > 1) {
                // Opening the next one shows whether the site is well, at the cost of one request.
                crawl.sessions.drop(request.use);
            }
            if (request.page == null) {
                crawl.preparation.failed(crawl.clock.instant().plus(delay));
            }
            crawl.release(request.page, delay, true);
            crawl.listener.decided(
                    Words.say("%s failed (%s); trying again, attempt %d", request.words(), trouble.why(), attempt + 1));
        }

        @Override
        public void giveUpPage() {
            if (request.page == null) {
                String why = Words.say("%s could not be fetched: %s", request.words(), trouble.why());
                crawl.end(Ending.PARTIAL, StopCause.FRUITLESS, why);
                return;
            }
            crawl.listener.decided(Words.say("%s is given up: %s", request.words(), trouble.why()));
            crawl.cities.moved(crawl.ledger.abandon(request.page, trouble.why(), false));
        }

        @Override
        public void giveUpCity(RetryRule.GiveUpCity city) {
            PageTask page = page();
            crawl.listener.decided(Words.say("%s is left alone: %s", page.city(), city.why()));
            crawl.failures.forgetEmpty(page.city());
            crawl.cities.moved(crawl.ledger.abandon(page, city.why(), true));
        }

        @Override
        public void stop(RetryRule.Stop stop) {
            crawl.release(request.page, Duration.ZERO, false);
            crawl.end(Ending.PARTIAL, stop.cause(), stop.why());
        }
    }
}

package paymap.crawl.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import paymap.crawl.Departure;
import paymap.crawl.JobSite;
import paymap.crawl.Outcome;
import paymap.crawl.PageTask;
import paymap.crawl.Session;
import paymap.job.Posting;

/** A site made of lists: 15 rows a page in a fixed order, and a script for what goes wrong. */
class ScriptedSite implements JobSite {

    static final int PAGE = 15;

    /** One session; knows how many pages it gave. */
    static final class Visit implements Session {
        int pages;

        @Override
        public int usualPages() {
            return 10;
        }
    }

    final Map<String, List<Posting>> lists = new HashMap<>();
    final List<String> asked = new ArrayList<>();
    final List<Instant> askedAt = new ArrayList<>();
    final InstantSource clock;
    int sessions;
    int robots;

    ScriptedSite(InstantSource clock) {
        this.clock = clock;
    }

    /** A list in which so many percent of rows repeat the (title, salary) of an earlier one. */
    ScriptedSite withCity(String city, int rows, int percentRepeated, long seed) {
        Random chance = new Random(seed);
        List<Posting> list = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            boolean repeat = i > 0 && chance.nextInt(100) < percentRepeated;
            Posting twin = repeat ? list.get(chance.nextInt(list.size())) : null;
            String title = repeat ? twin.title() : "Python " + seed + "-" + i;
            list.add(posting(city, city + "-" + i, title, repeat ? twin.salary() : "10k-20k"));
        }
        lists.put(city, list);
        return this;
    }

    static Posting posting(String city, String id, String title, String salary) {
        return new Posting(id, title, salary, 0, city, new Posting.Details("某公司", null, null, null, "2026-11-01"));
    }

    /** Called for each page; null = the page as it is. */
    Outcome intercept(Visit visit, PageTask page) {
        return null;
    }

    /** Called for each session; null = it opens. */
    Outcome interceptOpening() {
        return null;
    }

    /** The page that a way in shows; null = none. */
    Outcome.Fetched shownOnTheWayIn(String city) {
        return null;
    }

    Outcome robots() {
        return new Outcome.RobotsRead(Duration.ZERO);
    }

    Integer totalCount(String city) {
        return null;
    }

    @Override
    public Outcome readRobots(String at, Departure departure) {
        note("robots", departure);
        robots++;
        return robots();
    }

    @Override
    public Outcome open(String city, String keyword, String at, Departure departure) {
        note("session", departure);
        Outcome trouble = interceptOpening();
        if (trouble != null) {
            return trouble;
        }
        sessions++;
        return new Outcome.Opened(new Visit(), shownOnTheWayIn(city));
    }

    @Override
    public Outcome fetch(Session session, PageTask page, Departure departure) {
        note(page.city() + " " + page.page(), departure);
        Outcome trouble = intercept((Visit) session, page);
        if (trouble != null) {
            return trouble;
        }
        ((Visit) session).pages++;
        return page(page.city(), page.page());
    }

    Outcome.Fetched page(String city, int number) {
        List<Posting> list = lists.getOrDefault(city, List.of());
        int from = Math.min(list.size(), (number - 1) * PAGE);
        int to = Math.min(list.size(), number * PAGE);
        return new Outcome.Fetched(list.subList(from, to), List.of(), PAGE, totalCount(city), "list-1");
    }

    @Override
    public int pageSize() {
        return PAGE;
    }

    @Override
    public void cancel() {}

    long pagesAsked() {
        return asked.stream().filter(what -> what.contains(" ")).count();
    }

    final void note(String what, Departure departure) {
        asked.add(what);
        askedAt.add(clock.instant());
        departure.left(clock.instant());
    }
}

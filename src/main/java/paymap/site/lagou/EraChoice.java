package paymap.site.lagou;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import paymap.words.Words;

/**
 * Which era to speak with a site, and what its answers taught about that. An era that the user named is never changed;
 * otherwise the next one is tried when an era is refused or not there. A throttling answer, a ban or a demand for a
 * person says nothing about eras and never comes here. Safe for several threads.
 */
public final class EraChoice {

    /** Where a visit begins. */
    enum Door {
        /** The agreement on a key. */
        AGREEMENT(Era.ENCRYPTED),
        /** The list page of the classic era, which shows in one request whether the site still is that old. */
        LIST_PAGE(Era.CLASSIC),
        /** The first rendered page. */
        RENDERED_PAGE(Era.RENDERED);

        private final Era era;

        Door(Era era) {
            this.era = era;
        }

        /** What stands behind it, unless the site leads on to another. */
        Era era() {
            return era;
        }

        private String words() {
            return switch (this) {
                case AGREEMENT -> Words.say("the encrypted era");
                case LIST_PAGE -> Words.say("the list page, which shows the era");
                case RENDERED_PAGE -> Words.say("the rendered pages");
            };
        }
    }

    /** One answer that holds no rows can be an accident. */
    private static final int VAIN_ANSWERS = 2;

    /** Connections that break and servers in trouble pass; an agreement that fails this often is not there. */
    private static final int MOST_ACCIDENTS = 3;

    private final List<Door> doors; // the first is in use; never empty
    private final boolean named;
    private final boolean remembers;
    private final boolean recalls;
    private final Queue<String> news = new ArrayDeque<>();
    private @Nullable Era known;
    private boolean proven;
    private int vain;
    private int accidents;

    private EraChoice(boolean named, boolean remembers, boolean recalls, Door... doors) {
        this.named = named;
        this.remembers = remembers;
        this.recalls = recalls;
        this.doors = new ArrayList<>(List.of(doors));
    }

    /**
     * The newest era that the site speaks: encrypted, then what the list page shows. Of the two older eras the list page
     * is asked first, because it leads to rendered pages where there are any.
     */
    public static EraChoice auto() {
        return new EraChoice(false, true, true, Door.AGREEMENT, Door.LIST_PAGE, Door.RENDERED_PAGE);
    }

    /** The same for a user who names keys: with them the encrypted era may work now, whatever served before. */
    public static EraChoice withKeys() {
        return new EraChoice(false, true, false, Door.AGREEMENT, Door.LIST_PAGE, Door.RENDERED_PAGE);
    }

    /**
     * For a visit with the cookies of the user's own browser: the rendered pages are what a browser that is logged in
     * reads, so they come first. What works with cookies says nothing on visits without them, and is not remembered.
     */
    public static EraChoice withCookies() {
        EraChoice choice = new EraChoice(false, false, false, Door.RENDERED_PAGE, Door.LIST_PAGE, Door.AGREEMENT);
        choice.news.add(Words.say("cookies are given, so the rendered pages come first"));
        return choice;
    }

    /** This era and no other. */
    public static EraChoice named(Era era) {
        return new EraChoice(true, false, false, doorOf(era));
    }

    /** Whether what worked is worth a note for the next crawl. */
    public boolean remembers() {
        return remembers;
    }

    /** Begins with what served rows in an earlier crawl, where that counts. */
    public synchronized EraChoice recall(Era era) {
        if (recalls) {
            known = era;
            doors.remove(doorOf(era));
            doors.add(0, doorOf(era));
            news.add(Words.say("the %s era served the last crawl of this site and is tried first", era.word()));
        }
        return this;
    }

    /** What served rows last, in this crawl or an earlier one, and was not refused since; empty = nothing did. */
    public synchronized Optional<Era> known() {
        return Optional.ofNullable(known);
    }

    /** What was decided since the last call, a line each. */
    public synchronized List<String> news() {
        List<String> told = List.copyOf(news);
        news.clear();
        return told;
    }

    synchronized Door door() {
        return doors.get(0);
    }

    boolean isNamed() {
        return named;
    }

    /** The list page has led to rendered pages: later visits go there at once. */
    synchronized void ledToRenderedPages() {
        if (!named) {
            doors.remove(Door.RENDERED_PAGE);
            doors.add(0, Door.RENDERED_PAGE);
        }
    }

    /** Whether rows have come through the door that is in use. */
    synchronized boolean isProven() {
        return proven;
    }

    /** Rows have come. */
    synchronized void served(Era era) {
        if (!proven) {
            news.add(Words.say("rows come in the %s era", era.word()));
        }
        proven = true;
        vain = 0;
        accidents = 0;
        known = era;
    }

    /**
     * What this door leads to is refused or not there.
     *
     * @param why as in {@link paymap.crawl.Outcome.Trouble#why()}
     * @return whether another door is to be tried
     */
    synchronized boolean refused(Door door, String why) {
        if (doors.get(0) != door) {
            return true; // another thread was told so already
        }
        known = null;
        if (doors.size() == 1) {
            return false;
        }
        doors.remove(0);
        proven = false;
        vain = 0;
        accidents = 0;
        news.add(Words.say(
                "%s did not serve (%s); next comes %s",
                door.words(), why, doors.get(0).words()));
        return true;
    }

    /**
     * An answer of no use where rows of this era were due.
     *
     * @return whether it counts as a refusal; never once rows have come
     */
    synchronized boolean isVainAgain(Door door) {
        if (proven || doors.get(0) != door) {
            return false;
        }
        vain++;
        return vain >= VAIN_ANSWERS;
    }

    /** An accident on the way to the agreement; see {@link #MOST_ACCIDENTS}. None counts once rows have come. */
    synchronized void accident(Door door, String why) {
        accidents++;
        if (accidents >= MOST_ACCIDENTS && !proven && doors.size() > 1) {
            refused(door, why);
        }
    }

    private static Door doorOf(Era era) {
        return Arrays.stream(Door.values())
                .filter(door -> door.era == era)
                .findFirst()
                .orElseThrow();
    }
}

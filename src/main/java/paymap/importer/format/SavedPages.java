package paymap.importer.format;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import paymap.job.RawRow;
import paymap.words.Words;
import tools.jackson.databind.JsonNode;

/**
 * The pages and replies of one site, as a browser saved them. Whatever they hold, no method throws; a page that cannot
 * be read is one of its {@link Found}. Called from one thread.
 */
public interface SavedPages {

    /**
     * A page that was saved.
     *
     * @param url where it came from; empty = unknown
     * @param status of HTTP; 200 where nothing is known
     * @param redirect where it led; empty = nowhere
     * @param text the page; empty = nothing was saved of it
     * @param asked the body of the request, where the search stands that the page answers; empty = none, or not known.
     *     It may hold anything about who saved the page: only fields of the search may be read of it
     */
    record Page(String url, int status, String redirect, String text, String asked) {

        /** A page that was asked for by its address alone. */
        public Page(String url, int status, String redirect, String text) {
            this(url, status, redirect, text, "");
        }
    }

    /** What a page turned out to be. */
    enum Found {
        /** It holds rows, or is an empty page of results. */
        ROWS,
        /** One row by itself, without the reply around it, as people and programs put them into lists; no page. */
        ROW,
        /** Rows whose pay the site hides from visitors who are not logged in. */
        HIDDEN_PAY,
        /** A page that never holds rows of its own, such as the classic list page before its script ran. */
        NOTHING,
        /** Rows that only the page's own script can decrypt. */
        ENCRYPTED,
        /** A refusal, a login page, a challenge, or something broken. */
        REFUSED
    }

    /** What refuses, a part of a sentence, and what helps. */
    record Refusal(String what, Remedy remedy) {}

    /**
     * What a page holds.
     *
     * @param what for people: the kind of page, or what the refusal is; holds nothing the site wrote
     * @param site as it is to stand in {@code jobs.site}; may be empty where there are no rows. A refusal that names its
     *     site is told only if no rows of that site follow in the file
     * @param city of the page, in any form; empty = it does not say
     * @param keyword that was searched for; empty = it does not say
     * @param madeUp whether the site says that its rows are invented; told by what saved the page, not by its readers
     * @param refusal what {@code what} was made of, where the person can do something about it; null = nothing
     */
    record Reading(
            Found found,
            String what,
            String site,
            List<RawRow> rows,
            String city,
            String keyword,
            boolean madeUp,
            @Nullable Refusal refusal) {
        public Reading {
            rows = List.copyOf(rows);
        }

        /** What a page holds, whatever its site says of itself. */
        public Reading(Found found, String what, String site, List<RawRow> rows, String city, String keyword) {
            this(found, what, site, rows, city, keyword, false, null);
        }

        /** The same, of a site that says that its rows are invented. */
        public Reading asMadeUp() {
            return new Reading(found, what, site, rows, city, keyword, true, refusal);
        }

        /** The same of another site. */
        public Reading of(String otherSite) {
            return new Reading(found, what, otherSite, rows, city, keyword, madeUp, refusal);
        }

        /**
         * A refusal that is forgotten as soon as rows of its site follow in the file.
         *
         * @param what refuses, a part of a sentence
         * @param remedy what the person can do about it
         */
        public static Reading refused(String site, String what, Remedy remedy) {
            String told = Words.say("%s; %s", what, remedy.words());
            return new Reading(Found.REFUSED, told, site, List.of(), "", "", false, new Refusal(what, remedy));
        }

        /** The same, told to somebody who is still looking at the site and has saved nothing. */
        public Reading live() {
            return refusal == null
                    ? this
                    : new Reading(
                            found,
                            Words.say("%s; %s", refusal.what, refusal.remedy.live()),
                            site,
                            rows,
                            city,
                            keyword,
                            madeUp,
                            refusal);
        }

        /** A page without rows. */
        public static Reading without(Found found, String what) {
            return new Reading(found, what, "", List.of(), "", "");
        }
    }

    /**
     * Whether an address is one of the site's own, whatever it leads to: then no other site is asked about it.
     *
     * @param url any text of any length
     */
    default boolean owns(String url) {
        return false;
    }

    /**
     * Whether what came from this address can hold rows or a refusal of rows; anything else is skipped unread.
     *
     * @param url any text of any length
     */
    boolean mayHoldRows(String url);

    /** Names of fields of a reply that are all about people: whatever stands in them is passed over unread. */
    Set<String> personalFields();

    /** Reads a page in HTML, or whatever was saved in its place. */
    Reading page(Page page);

    /**
     * Reads a reply in JSON. Numbers that are not whole are texts in it.
     *
     * @param reply an object
     * @param page what the reply is the text of; from a file that holds nothing else, all but the status is empty
     * @return empty = it has none of the shapes of this site's replies
     */
    Optional<Reading> reply(JsonNode reply, Page page);
}

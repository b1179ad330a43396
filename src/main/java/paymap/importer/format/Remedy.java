package paymap.importer.format;

import paymap.words.Sentence;
import paymap.words.Words;

/** What a person can do about a refusal that was saved in place of a list. */
public enum Remedy {
    LOG_IN(
            Words.later("log in in your browser, look at the list again, and save that visit"),
            Words.later("log in, and look at the list again")),
    SOLVE_CHECK(
            Words.later("solve its check in your browser, look at the list again, and save that visit"),
            Words.later("solve its check, and look at the list again")),
    WAIT(
            Words.later("wait some hours, look at the list in your browser again, and save that visit"),
            Words.later("wait some hours, and look at the list again")),
    LOOK_AGAIN(
            Words.later("look at the list in your browser again, and save that visit"),
            Words.later("if no list follows by itself, look at it again"));

    private final Sentence words;
    private final Sentence live;

    Remedy(Sentence words, Sentence live) {
        this.words = words;
        this.live = live;
    }

    /** A part of a sentence, for people. */
    String words() {
        return words.said();
    }

    /** The same to somebody who is still looking at the site. */
    String live() {
        return live.said();
    }
}

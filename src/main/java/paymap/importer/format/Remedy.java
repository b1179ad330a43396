package paymap.importer.format;

import paymap.words.Sentence;
import paymap.words.Words;

/** What a person can do about a refusal that was saved in place of a list. */
public enum Remedy {
    LOG_IN(Words.later("log in in your browser, look at the list again, and save that visit")),
    SOLVE_CHECK(Words.later("solve its check in your browser, look at the list again, and save that visit")),
    WAIT(Words.later("wait some hours, look at the list in your browser again, and save that visit")),
    LOOK_AGAIN(Words.later("look at the list in your browser again, and save that visit"));

    private final Sentence words;

    Remedy(Sentence words) {
        this.words = words;
    }

    /** A part of a sentence, for people. */
    String words() {
        return words.said();
    }
}

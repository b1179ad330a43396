package paymap.job.ladder;

import paymap.words.Sentence;

/** A step of a ladder, the same for every board. A board that says nothing stands on none. */
public sealed interface Rung permits Experience, Education {

    /** What a filter takes, beside the codes, for rows that say nothing. */
    String UNSTATED = "unstated";

    /** As files and scripts have it and as a filter takes it; of ASCII letters, digits and dashes. */
    String code();

    /** A short label. */
    Sentence words();
}

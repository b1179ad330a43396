package paymap.job.ladder;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import paymap.words.Sentence;
import paymap.words.Words;

/**
 * The years of work that a posting asks for, on the steps that Lagou, Boss and Zhilian share. 51job and Liepin cut the
 * years otherwise (3-4年, 5-7年, 8-9年; 3年以上), and tables of people's own in any way.
 *
 * <p>The rule: the fewest years that a posting takes decide. 3-4年, 3年以上 and 3年 are 3-5, 2年 and 1-5年 are 1-3, 5年 is
 * 5-10. A text that names only the most (3年以下, 0-3年) takes people of less than a year: under1. It is the one rule by
 * which each of 51job's steps (1年, 2年, 3-4年, 5-7年, 8-9年, 10年以上) lies within one of these whole, and by which an open
 * end needs no guess.
 *
 * <p>{@link #NONE} and {@link #ANY} are different things. 无需经验, 无经验, 应届 and 在校 offer a job at the foot of the
 * ladder; 经验不限 offers it on every step, so its pay belongs to none. The boards keep them apart as well: Zhilian has a
 * code for 无经验 and another for 不限, Boss a filter for 在校/应届 and another for 经验不限.
 */
public enum Experience implements Rung {
    /** Nobody needs to have worked: students, graduates of this year, no experience needed. */
    NONE("none", Words.later("No experience"), "应届", "应届生", "应届毕业生", "在校", "在校/应届", "无经验", "无需经验", "无经验/应届"),
    UNDER_1("under1", Words.later("Under 1 year"), "1年以下", "1年以内", "一年以下", "一年以内"),
    FROM_1_TO_3("1-3", Words.later("1-3 years"), "1-3年"),
    FROM_3_TO_5("3-5", Words.later("3-5 years"), "3-5年"),
    FROM_5_TO_10("5-10", Words.later("5-10 years"), "5-10年"),
    /** 10 years or more. */
    OVER_10("over10", Words.later("10+ years"), "10年以上"),
    /** However many. */
    ANY("any", Words.later("Any experience"), "不限", "经验不限"),
    /** Something is said that cannot be placed. */
    UNREADABLE("unreadable", Words.later("Unreadable"), "无法读取");

    private final String code;
    private final Sentence words;
    private final List<String> names;

    Experience(String code, Sentence words, String... names) {
        this.code = code;
        this.words = words;
        this.names = List.of(names);
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Sentence words() {
        return words;
    }

    /**
     * What a board or a table says. No text throws, and of one longer than {@value Plain#LONGEST} characters nothing is
     * read.
     *
     * <p>A number without a unit is years. A board's own code is one too, and the reader of that board must not hand it on:
     * 51job's {@code workyear} 5 of 2020 means 3-4年.
     *
     * @return empty = nothing is said of experience: null, blank, a placeholder such as {@code -} or {@code nan}, or how
     *     long and how often an intern must come (4天/周, 3个月), which Boss's lists show in the place of experience and its
     *     replies with an empty one
     */
    public static Optional<Experience> read(@Nullable String text) {
        return Plain.of(text).flatMap(ExperienceText::read);
    }

    /**
     * The step that a person types. A text that more than one step would answer to, such as 3年以上, is none: a filter
     * must not leave out in silence what was asked for.
     *
     * @param typed a code, or the Chinese name of a step (3-5年, 应届), regardless of case, width and spaces
     * @throws IllegalArgumentException if it is neither; the message names the codes
     */
    public static Experience of(String typed) {
        return of(typed, Typed.codes(values()));
    }

    /**
     * The same for a filter of rows, which also takes {@value Rung#UNSTATED}.
     *
     * @return empty = the rows that say nothing, as of {@link #read}
     * @throws IllegalArgumentException as of {@link #of}
     */
    public static Optional<Experience> ofFilter(String typed) {
        return Typed.isUnstated(typed) ? Optional.empty() : Optional.of(of(typed, Typed.filters(values())));
    }

    private static Experience of(String typed, String allowed) {
        return Typed.find(values(), rung -> rung.names, typed)
                .orElseThrow(() -> new IllegalArgumentException(
                        Words.say("unknown experience \"%s\"; allowed: %s", typed.strip(), allowed)));
    }
}

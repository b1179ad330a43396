package paymap.job.ladder;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import paymap.words.Sentence;
import paymap.words.Words;

/**
 * The education that a posting asks for.
 *
 * <p>The rule is that of {@link Experience}: the least that a posting takes decides. 本科及以上 and 本科/硕士 are
 * {@link #BACHELOR}, and what names only the most (大专及以下) is {@link #SECONDARY}, the foot of the ladder. How it was
 * got (统招, 全日制, 在职) is another matter and passed over.
 */
public enum Education implements Rung {
    /** Whatever it is. */
    ANY("any", Words.later("Any education"), "不限", "学历不限"),
    /**
     * School, also of a trade, or less: 高中, 中专, 中技, 职高, 初中及以下. One step, as boards disagree on the order of these
     * and Liepin has 高中及以下 where Boss and Zhilian have 初中及以下.
     */
    SECONDARY("secondary", Words.later("Secondary school"), "高中", "中专", "中专/中技", "高中及以下", "高中/中专及以下"),
    /** Three years after school, without a degree: 大专, 专科, 高职. */
    COLLEGE("college", Words.later("Junior college"), "大专", "专科"),
    BACHELOR("bachelor", Words.later("Bachelor"), "本科", "学士"),
    /** With MBA and EMBA, which Liepin names beside it. 研究生 alone is this one. */
    MASTER("master", Words.later("Master"), "硕士", "研究生"),
    /** With 博士后, which Liepin lists as one with it. */
    DOCTOR("doctor", Words.later("Doctor"), "博士"),
    /** Something is said that cannot be placed. */
    UNREADABLE("unreadable", Words.later("Unreadable"), "无法读取");

    private final String code;
    private final Sentence words;
    private final List<String> names;

    Education(String code, Sentence words, String... names) {
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
     * @return empty = nothing is said: null, blank, or a placeholder such as {@code -} or {@code nan}
     */
    public static Optional<Education> read(@Nullable String text) {
        return Plain.of(text).map(EducationText::read);
    }

    /**
     * The step that a person types. A text that more than one step would answer to, such as 本科及以上, is none: a filter
     * must not leave out in silence what was asked for.
     *
     * @param typed a code, or the Chinese name of a step (本科), regardless of case, width and spaces
     * @throws IllegalArgumentException if it is neither; the message names the codes
     */
    public static Education of(String typed) {
        return of(typed, Typed.codes(values()));
    }

    /**
     * The same for a filter of rows, which also takes {@value Rung#UNSTATED}.
     *
     * @return empty = the rows that say nothing, as of {@link #read}
     * @throws IllegalArgumentException as of {@link #of}
     */
    public static Optional<Education> ofFilter(String typed) {
        return Typed.isUnstated(typed) ? Optional.empty() : Optional.of(of(typed, Typed.filters(values())));
    }

    private static Education of(String typed, String allowed) {
        return Typed.find(values(), rung -> rung.names, typed)
                .orElseThrow(() -> new IllegalArgumentException(
                        Words.say("unknown education \"%s\"; allowed: %s", typed.strip(), allowed)));
    }
}

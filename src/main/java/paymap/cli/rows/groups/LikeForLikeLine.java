package paymap.cli.rows.groups;

import java.util.List;
import paymap.figures.Answer;
import paymap.figures.Dimension;
import paymap.figures.Group;
import paymap.salary.LikeForLike;
import paymap.words.Words;

/** On what the means like for like rest. */
final class LikeForLikeLine {

    private LikeForLikeLine() {}

    /** Whether there are means like for like, and two of them to be compared. */
    static boolean isTold(Answer answer) {
        return answer.compared().filter(means -> !means.cells().isEmpty()).isPresent();
    }

    /** Empty where nothing is compared. */
    static String text(Answer answer) {
        return answer.compared().map(means -> text(answer, means)).orElse("");
    }

    private static String text(Answer answer, LikeForLike<Group, Group> means) {
        int groups = means.groups().size();
        if (means.cells().isEmpty()) {
            return Words.say(
                    "Like for like: none, as no mix of %s has %d rows in each of the %,d groups that are no small samples.",
                    mix(answer), LikeForLike.FEWEST_ROWS, groups);
        }
        return Words.say(
                "Like for like: the mean as if each group asked for the same mix of %s. It rests on the cells of that mix"
                        + " that have %d rows or more in each of %,d groups (%s with %s); %s in other cells are left out.",
                mix(answer),
                LikeForLike.FEWEST_ROWS,
                groups,
                Words.count(means.cells().size(), "cell"),
                Words.count(means.total(), "row"),
                Words.count(Answer.leftOut(means), "row"));
    }

    private static String mix(Answer answer) {
        List<Dimension> groups = answer.question().by().dimensions();
        boolean experience = !groups.contains(Dimension.EXPERIENCE);
        boolean education = !groups.contains(Dimension.EDUCATION);
        if (experience && education) {
            return Words.say("experience and education");
        }
        return experience ? Words.say("experience") : Words.say("education");
    }
}

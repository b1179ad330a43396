package paymap.chart.figures;

import java.util.stream.Collectors;
import paymap.figures.Dimension;
import paymap.figures.Group;
import paymap.figures.Group.Member;
import paymap.job.ladder.Rung;

/** What groups are called in the languages of charts. */
public final class GroupNames {

    private static final int FIRST_CHINESE = 0x2E80;

    private GroupNames() {}

    /** Its members with a dot between them. */
    public static String of(Group group, Language language) {
        return group.members().stream().map(member -> of(member, language)).collect(Collectors.joining(" · "));
    }

    /** The short label of a step. */
    public static String of(Rung step, Language language) {
        return step.words().in(language.words());
    }

    private static String of(Member member, Language language) {
        if (member.rung().isPresent()) {
            return of(member.rung().get(), language);
        }
        if (member.isUnstated()) {
            return member.dimension() == Dimension.KEYWORD
                    ? language.say("无关键词", "no keyword")
                    : language.say("未注明", "not stated");
        }
        return member.dimension() == Dimension.CITY
                ? language.say(member.value(), EnglishNames.of(member.value()))
                : member.value();
    }

    /** The name, or its beginning with an ellipsis where it is wider; Chinese characters count double. */
    static String cut(String name, int widest) {
        int[] letters = name.codePoints().toArray();
        int width = 0;
        for (int i = 0; i < letters.length; i++) {
            width += letters[i] < FIRST_CHINESE ? 1 : 2;
            if (width > widest) {
                return new String(letters, 0, Math.max(1, i - 1)).stripTrailing() + "…";
            }
        }
        return name;
    }
}

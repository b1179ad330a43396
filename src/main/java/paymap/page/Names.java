package paymap.page;

import java.util.List;
import paymap.chart.figures.GroupNames;
import paymap.chart.figures.Language;
import paymap.figures.Dimension;
import paymap.figures.Group;
import paymap.figures.Group.Member;
import paymap.job.MadeUpData;
import paymap.job.ladder.Rung;
import paymap.page.rows.Facet;
import paymap.page.rows.PayTold;
import paymap.words.Words;

/** What values are called, in the language of the person. */
final class Names {

    private Names() {}

    static String site(String site, boolean madeUp) {
        return MadeUpData.named(site, madeUp);
    }

    static String keyword(String keyword) {
        return keyword.isEmpty() ? Words.say("no keyword") : keyword;
    }

    static String group(Group group) {
        return group.members().isEmpty() ? Words.say("all postings") : GroupNames.of(group, Language.spoken());
    }

    static String told(PayTold told) {
        return switch (told) {
            case TOLD -> Words.say("Pay is told");
            case UNDISCLOSED -> Words.say("Pay is undisclosed");
            case UNREADABLE -> Words.say("Pay is unreadable");
        };
    }

    /** The value of a facet as it stands in an address. */
    static String address(Facet facet, String value) {
        return switch (facet) {
            case EXPERIENCE, EDUCATION -> value.isEmpty() ? Rung.UNSTATED : value;
            case SITE, KEYWORD, CITY, DISTRICT, PAY -> value;
        };
    }

    /** Of a facet. */
    static String value(Facet facet, String value) {
        return switch (facet) {
            case CITY -> of(Dimension.CITY, value);
            case EXPERIENCE -> of(Dimension.EXPERIENCE, value);
            case EDUCATION -> of(Dimension.EDUCATION, value);
            case DISTRICT -> of(Dimension.DISTRICT, value);
            case KEYWORD -> keyword(value);
            case SITE, PAY -> value;
        };
    }

    /** Of a parameter that chooses rows. */
    static String value(Param param, String value) {
        return switch (param) {
            case CITY -> of(Dimension.CITY, value);
            case EXPERIENCE -> of(Dimension.EXPERIENCE, value);
            case EDUCATION -> of(Dimension.EDUCATION, value);
            case DISTRICT -> of(Dimension.DISTRICT, value);
            case KEYWORD ->
                value.equals(Param.EVERY_KEYWORD)
                        ? Words.say("all keywords together")
                        : Words.say("keyword %s", keyword(value));
            case SINCE -> Words.say("seen since %s", value);
            case MIN_PAY -> Words.say("pay from %s", value);
            case MAX_PAY -> Words.say("pay to %s", value);
            case SITE, BY, BASIS, PICTURE, LANG, GROUP, FROM, TO, PAY, AFTER, SCALE -> value;
        };
    }

    /** The view of a step of a ladder alone. */
    static View step(View view, Member member) {
        String value = member.isUnstated() ? Rung.UNSTATED : member.value();
        return switch (member.dimension()) {
            case EXPERIENCE -> view.with(Param.EXPERIENCE, value);
            case EDUCATION -> view.with(Param.EDUCATION, value);
            case CITY -> view.with(Param.CITY, value);
            case DISTRICT, KEYWORD, SITE, COMPANY -> view;
        };
    }

    private static String of(Dimension dimension, String value) {
        return group(new Group(List.of(new Member(dimension, value.equals(Rung.UNSTATED) ? "" : value))));
    }
}

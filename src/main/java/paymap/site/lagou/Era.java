package paymap.site.lagou;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the site serves its lists, the newest way first. */
public enum Era {
    /** Since about 2022-03: a key is agreed on, and {@code /jobs/v2/positionAjax.json} speaks under it. */
    ENCRYPTED,
    /** Since 2021: pages rendered on the server carry their rows as JSON. */
    RENDERED,
    /** 2016 to 2020: the list page gives cookies, {@code positionAjax.json} gives rows. */
    CLASSIC;

    /** As it is typed, told and noted, e.g. {@code encrypted}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The era of this word; null = there is none, as in a note of a later version. */
    public static @Nullable Era of(String word) {
        for (Era era : values()) {
            if (era.word().equals(word)) {
                return era;
            }
        }
        return null;
    }
}

package paymap.site.liepin;

import static paymap.site.http.BoundedJson.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import paymap.job.RawRow;
import paymap.site.Labels;
import tools.jackson.databind.JsonNode;

/**
 * Rows of a reply (2022 on): {@code jobCardList[].job} and the name of {@code comp}. Nothing else of a card is ever looked
 * at: neither {@code recruiter} nor {@code dataParams} and {@code dataInfo}, which repeat it. The two or three adverts in
 * front are openings like the others.
 */
final class LiepinRows {

    /** Of one list; real ones have 40 and the adverts, and a hostile one could have millions. */
    static final int MOST_ROWS = 1_000;

    private static final String LIST = "jobCardList";

    /** It is the third, below {@code data.data}. */
    private static final int DEEPEST_LIST = 3;

    /** 20260917212231. */
    private static final Pattern REFRESHED = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})\\d{6}");

    private LiepinRows() {}

    /** The rows of a reply; empty = it holds no list. */
    static Optional<List<RawRow>> of(JsonNode reply) {
        JsonNode list = list(reply, DEEPEST_LIST);
        if (list == null) {
            return Optional.empty();
        }
        List<RawRow> rows = new ArrayList<>();
        for (JsonNode card : list) {
            if (isCard(card) && rows.size() < MOST_ROWS) {
                rows.add(row(card));
            }
        }
        return Optional.of(rows);
    }

    /** Whether an object is one card of a list. */
    static boolean isCard(JsonNode object) {
        return object.path("job").has("title") && object.path("job").has("dq");
    }

    static RawRow row(JsonNode card) {
        JsonNode job = card.path("job");
        String place = text(job.path("dq"));
        List<String> labels = StreamSupport.stream(job.path("labels").spliterator(), false)
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .toList();
        String experience = text(job.path("requireWorkYears"));
        String education = text(job.path("requireEduLevel"));
        return new RawRow(
                text(job.path("jobId")),
                text(job.path("title")),
                text(job.path("salary")),
                "",
                place,
                place,
                experience.isBlank() ? Labels.experience(labels) : experience, // 2022: among the labels
                education.isBlank() ? Labels.education(labels) : education,
                text(card.path("comp").path("compName")),
                day(text(job.path("refreshTime"))));
    }

    private static @Nullable JsonNode list(JsonNode node, int deepest) {
        JsonNode list = node.path(LIST);
        if (list.isArray() || deepest == 1 || !node.isObject()) {
            return list.isArray() ? list : null;
        }
        for (JsonNode child : node) {
            JsonNode below = list(child, deepest - 1);
            if (below != null) {
                return below;
            }
        }
        return null;
    }

    private static String day(String refreshed) {
        Matcher parts = REFRESHED.matcher(refreshed);
        return parts.matches() ? parts.group(1) + "-" + parts.group(2) + "-" + parts.group(3) : refreshed;
    }
}

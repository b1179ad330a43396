package paymap.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import paymap.figures.Group.Member;
import paymap.job.JobStore.Column;
import paymap.job.JobStore.Filter;
import paymap.job.JobStore.PayGroup;
import paymap.job.PayLines;
import paymap.job.ladder.Education;
import paymap.job.ladder.Experience;
import paymap.job.ladder.Rung;

/** Puts the lines of the store's frequency table into groups. */
final class PayReader {

    /** Told of each line and what it belongs to. */
    interface Lines {

        /** @param cell of what groups are told apart by within a group; without members where by nothing */
        void line(Group group, Group cell, PayGroup pay);
    }

    /** What a line belongs to. */
    private record Place(Group group, Group cell) {}

    /** The mixes of texts that a million rows of a board's companies have would need too much room. */
    private static final int MOST_PLACES = 50_000;

    private final List<Dimension> groups;
    private final List<Dimension> cells;
    private final List<Column> columns;
    private final Map<Group, Group> groupsAndCells = new HashMap<>();
    private final Map<String, String> experience = new HashMap<>();
    private final Map<String, String> education = new HashMap<>();

    /**
     * @param groups what groups are told apart by
     * @param cells what their rows are told apart by beside that; none of {@code groups}, no site and no keyword
     */
    PayReader(List<Dimension> groups, List<Dimension> cells) {
        this.groups = groups;
        this.cells = cells;
        // In the order of the columns, which the store reads fastest.
        this.columns = Arrays.stream(Column.values())
                .filter(column -> place(groups, column) >= 0 || place(cells, column) >= 0)
                .toList();
    }

    /** Reads all lines that a filter means. By keyword, a row that two searches found is in the group of each. */
    void read(PayLines store, Filter filter, Lines lines) {
        if (!groups.contains(Dimension.KEYWORD)) {
            read(store, filter, "", lines);
            return;
        }
        List<String> keywords = filter.keywords().isEmpty() ? store.keywords(filter.site()) : filter.keywords();
        keywords.forEach(keyword -> read(store, filter.of(List.of(keyword)), keyword, lines));
    }

    private void read(PayLines store, Filter filter, String keyword, Lines lines) {
        Map<List<String>, Place> places = new HashMap<>();
        Function<List<String>, Place> place = values -> new Place(
                known(group(groups, values, filter.site(), keyword)),
                known(group(cells, values, filter.site(), keyword)));
        store.payGroups(filter, columns, line -> {
            if (places.size() >= MOST_PLACES) {
                places.clear();
            }
            Place found = places.computeIfAbsent(line.values(), place);
            lines.line(found.group, found.cell, line);
        });
    }

    /** The one that is kept of all that are equal: of these there are few, of mixes of texts there can be many. */
    private Group known(Group group) {
        return groupsAndCells.computeIfAbsent(group, Function.identity());
    }

    private Group group(List<Dimension> dimensions, List<String> values, String site, String keyword) {
        List<Member> members = new ArrayList<>();
        for (Dimension dimension : dimensions) {
            String value = switch (dimension) {
                case SITE -> site;
                case KEYWORD -> keyword;
                case EXPERIENCE ->
                    experience.computeIfAbsent(told(values, Column.EXPERIENCE), text -> code(Experience.read(text)));
                case EDUCATION ->
                    education.computeIfAbsent(told(values, Column.EDUCATION), text -> code(Education.read(text)));
                case CITY -> told(values, Column.CITY);
                case DISTRICT -> told(values, Column.DISTRICT);
                case COMPANY -> told(values, Column.COMPANY);
            };
            members.add(new Member(dimension, value));
        }
        return new Group(members);
    }

    private String told(List<String> values, Column column) {
        return values.get(columns.indexOf(column));
    }

    private static String code(Optional<? extends Rung> rung) {
        return rung.map(Rung::code).orElse("");
    }

    private static int place(List<Dimension> dimensions, Column column) {
        return switch (column) {
            case CITY -> dimensions.indexOf(Dimension.CITY);
            case EXPERIENCE -> dimensions.indexOf(Dimension.EXPERIENCE);
            case EDUCATION -> dimensions.indexOf(Dimension.EDUCATION);
            case DISTRICT -> dimensions.indexOf(Dimension.DISTRICT);
            case COMPANY -> dimensions.indexOf(Dimension.COMPANY);
            case TITLE -> -1;
        };
    }
}

package paymap.cli.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.LocalTime;
import paymap.cli.console.Table;
import paymap.export.FigureTree;
import paymap.figures.Dimension;
import paymap.job.JobStore;
import paymap.job.JobStore.Filter;
import paymap.job.MadeUpData;
import paymap.words.Sentence;
import paymap.words.Words;

/**
 * Of which rows figures are, as it stands above them for people and before them for scripts.
 *
 * @param by what the figures are told apart by; none = all rows are one group
 * @param madeUpSites those of the question whose rows are invented
 */
record FigureSource(RowFilterOptions.Figure figure, List<Dimension> by, List<String> madeUpSites) {

    FigureSource {
        by = List.copyOf(by);
        madeUpSites = List.copyOf(madeUpSites);
    }

    static FigureSource of(JobStore store, RowFilterOptions.Figure figure) {
        return new FigureSource(
                figure,
                figure.question().by().dimensions(),
                figure.question().filters().stream()
                        .filter(store::madeUp)
                        .map(Filter::site)
                        .toList());
    }

    /** The same where all rows are one group. */
    FigureSource together() {
        return new FigureSource(figure, List.of(), madeUpSites);
    }

    /** The first line, which says of what and in what the figures are. */
    String heading(int columns) {
        String heading = Words.say("%s: %s", rows(), figure.question().unit().said());
        return Table.prose(Table.safe(heading), columns);
    }

    private String rows() {
        List<String> parts = new ArrayList<>();
        parts.add(sites());
        String searched = by.contains(Dimension.KEYWORD) ? "" : KeywordText.named(figure.keywords());
        if (!searched.isEmpty()) {
            parts.add(searched);
        }
        if (!by.contains(Dimension.CITY) && !figure.filter().cities().isEmpty()) {
            parts.add(Words.list(figure.filter().cities()));
        }
        figure.question().conditions().stream().map(Sentence::said).forEach(parts::add);
        String rows = parts.stream()
                .reduce((one, next) -> Words.say("%s, %s", one, next))
                .orElse("");
        Filter filter = figure.filter();
        return filter.since() == null ? rows : Words.say("%s, seen since %s", rows, LocalTime.of(filter.since()));
    }

    private String sites() {
        return Words.list(figure.question().filters().stream()
                .map(rows -> MadeUpData.named(rows.site(), madeUpSites.contains(rows.site())))
                .toList());
    }

    /** What an object of JSON begins with. */
    Map<String, @Nullable Object> tree() {
        return FigureTree.source(figure.question(), figure.keywords(), by, madeUpSites, figure.note());
    }
}

package paymap.cli.importing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.Exit;
import paymap.cli.console.Table;
import paymap.cli.options.ContinueCommand;
import paymap.cli.options.ReportOptions;
import paymap.importer.Counts;
import paymap.importer.FileReport;
import paymap.importer.ImportReport;
import paymap.importer.format.FileKind;
import paymap.job.ImportSink;
import paymap.job.RejectReason;
import paymap.job.RowResult.Rejected;
import paymap.words.Words;

/** What an import came to, told to people and to scripts. */
final class ImportSummary implements ReportOptions.Report {

    private static final int MOST_CITIES = 12;
    private static final int MOST_REASONS = 5;
    private static final int MOST_EXAMPLES = 3;

    private final ImportReport report;
    private final boolean dryRun;
    private final @Nullable Path rejects;
    private final String db;

    ImportSummary(ImportReport report, boolean dryRun, @Nullable Path rejects, String db) {
        this.report = report;
        this.dryRun = dryRun;
        this.rejects = rejects;
        this.db = db;
    }

    @Override
    public int exitCode() {
        if (report.stopped()) {
            return Exit.INTERRUPTED;
        }
        if (report.isNothing()) {
            return Exit.FAILED;
        }
        return report.isComplete() ? Exit.COMPLETE : Exit.PARTIAL;
    }

    @Override
    public String text(int columns) {
        StringBuilder text = new StringBuilder(files().text(columns));
        if (dryRun) {
            report.files().forEach(file -> section(text, DryRun.of(file, columns)));
            section(text, Words.say("Nothing was stored: --dry-run.") + "\n");
        } else if (report.rows() > 0) {
            section(text, cities(columns));
        }
        madeUp(text);
        withoutMean(text);
        return text.toString();
    }

    private static void section(StringBuilder text, String section) {
        text.append(section.isEmpty() ? "" : "\n").append(section);
    }

    private void madeUp(StringBuilder text) {
        long madeUp = sum(FileReport::madeUp);
        if (madeUp > 0) {
            text.append(Words.say("Made-up data, as the site says of itself: %d rows.", madeUp))
                    .append('\n');
        }
    }

    private void withoutMean(StringBuilder text) {
        long unreadable = sum(FileReport::unreadable);
        long undisclosed = sum(FileReport::undisclosed);
        long yearly = sum(FileReport::maybeYearly);
        if (unreadable + undisclosed > 0) {
            String told = yearly > 0
                    ? Words.say(
                            "Stored, but not part of the averages: %s without pay, %s whose pay cannot be read, %d of them"
                                    + " a sum without a time that may be a year's.",
                            Words.count(undisclosed, "row"), Words.count(unreadable, "row"), yearly)
                    : Words.say(
                            "Stored, but not part of the averages: %s without pay, %s whose pay cannot be read.",
                            Words.count(undisclosed, "row"), Words.count(unreadable, "row"));
            text.append(told).append('\n');
        }
    }

    @Override
    public String advice() {
        StringBuilder lines = new StringBuilder();
        for (FileReport file : report.files()) {
            String name = file.name();
            file.notes().forEach((note, n) -> line(lines, Words.say("%s: %s.", name, n + " × " + note)));
            file.failure().ifPresent(why -> line(lines, Words.say("%s: %s.", name, FailureWords.of(why))));
        }
        rejected(lines);
        ending(lines);
        return lines.toString();
    }

    @Override
    public String json() {
        return new ImportTree(report, dryRun, db).text(ending());
    }

    /** The same on one line. */
    String jsonLine() {
        return new ImportTree(report, dryRun, db).line(ending());
    }

    private String ending() {
        return switch (exitCode()) {
            case Exit.COMPLETE -> "complete";
            case Exit.PARTIAL -> "partial";
            case Exit.INTERRUPTED -> "interrupted";
            default -> "failed";
        };
    }

    private Table files() {
        Table table = new Table(head().toArray(String[]::new));
        for (FileReport file : report.files()) {
            List<Object> cells =
                    new ArrayList<>(List.of(file.name(), file.kind().words(), file.encoding()));
            cells.add(file.kind() == FileKind.TABLE ? "" : file.pages());
            cells.add(file.rows().all());
            if (!dryRun) {
                cells.addAll(List.of(
                        file.rows().inserted(),
                        file.rows().updated(),
                        file.rows().duplicates()));
            }
            cells.add(file.rejected());
            table.row(cells.toArray());
        }
        return table;
    }

    private List<String> head() {
        List<String> head = new ArrayList<>(List.of(
                Words.say("File"), Words.say("kind"), Words.say("encoding"), Words.say("pages"), Words.say("rows")));
        if (!dryRun) {
            head.addAll(List.of(Words.say("new"), Words.say("known"), Words.say("repeated")));
        }
        head.add(Words.say("rejected"));
        return head;
    }

    private String cities(int columns) {
        Table table = new Table(
                Words.say("City"), Words.say("rows"), Words.say("new"), Words.say("known"), Words.say("repeated"));
        List<Map.Entry<String, Counts>> cities = report.citiesByRank();
        for (Map.Entry<String, Counts> city : cities.subList(0, Math.min(MOST_CITIES, cities.size()))) {
            Counts count = city.getValue();
            table.row(city.getKey(), count.all(), count.inserted(), count.updated(), count.duplicates());
        }
        int more = cities.size() - MOST_CITIES;
        return table.text(columns) + (more > 0 ? Words.say("and %d more cities", more) + "\n" : "");
    }

    private void rejected(StringBuilder lines) {
        if (report.rejected() == 0) {
            return;
        }
        Map<String, Long> reasons = new LinkedHashMap<>();
        report.files()
                .forEach(file -> file.reasons().forEach((why, n) -> reasons.merge(withExamples(why), n, Long::sum)));
        List<String> told = new ArrayList<>(reasons.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(MOST_REASONS)
                .map(reason -> reason.getValue() + " × " + reason.getKey())
                .toList());
        if (reasons.size() > MOST_REASONS) {
            told.add(Words.say("and %d more reasons", reasons.size() - MOST_REASONS));
        }
        String all = told.stream()
                .reduce((one, next) -> Words.say("%s; %s", one, next))
                .orElse("");
        line(lines, Words.say("Rejected rows: %d: %s.", report.rejected(), all));
        if (rejects == null) {
            lines.append(Words.say("--rejects FILE writes each of them with its place."))
                    .append('\n');
        }
    }

    /** So that a column that holds something else is known for what it holds. */
    private String withExamples(Rejected rejected) {
        String words = FailureWords.of(rejected);
        if (rejected.reason() != RejectReason.NOT_A_CITY) {
            return words;
        }
        List<String> examples = report.files().stream()
                .flatMap(file -> file.strangeCities().stream())
                .distinct()
                .limit(MOST_EXAMPLES)
                .toList();
        return Words.say("%s (%s)", words, Words.list(examples));
    }

    private void ending(StringBuilder lines) {
        if (report.stopped()) {
            lines.append("paymap: ").append(interrupted()).append('\n');
        } else if (report.isNothing()) {
            lines.append("paymap: " + Words.say("no row could be read.") + "\n");
        } else if (!dryRun && !report.runs().isEmpty()) {
            ImportSink.Run run = report.runs().get(0);
            String stats = ContinueCommand.of("stats", "--site", Table.safe(run.site()), "--db", db);
            lines.append(Words.say("What they pay: %s", stats)).append('\n');
        }
    }

    private String interrupted() {
        boolean visit = report.files().stream().anyMatch(file -> file.kind() == FileKind.VISIT);
        return visit
                ? Words.say("the visit was ended by Ctrl-C; %d rows are stored.", report.rows())
                : Words.say(
                        "interrupted; %d rows are stored. Run the same command to continue; no row is stored twice.",
                        report.rows());
    }

    private long sum(ToLongFunction<FileReport> count) {
        return report.files().stream().mapToLong(count).sum();
    }

    private static void line(StringBuilder lines, String text) {
        lines.append(Table.safe(text)).append('\n');
    }
}

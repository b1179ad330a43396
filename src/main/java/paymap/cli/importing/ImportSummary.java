package paymap.cli.importing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.Exit;
import paymap.cli.console.Json;
import paymap.cli.console.Table;
import paymap.cli.options.ContinueCommand;
import paymap.cli.options.ReportOptions;
import paymap.importer.Counts;
import paymap.importer.FileReport;
import paymap.importer.ImportReport;
import paymap.importer.format.FileKind;
import paymap.job.City;
import paymap.job.ImportSink;
import paymap.job.Posting;

/** What an import came to, told to people and to scripts. */
final class ImportSummary implements ReportOptions.Report {

    private static final int MOST_CITIES = 12;
    private static final int MOST_REASONS = 5;

    private final ImportReport report;
    private final boolean dryRun;
    private final @Nullable Path rejects;
    private final Path db;

    ImportSummary(ImportReport report, boolean dryRun, @Nullable Path rejects, Path db) {
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
        if (report.rows() > 0) {
            text.append('\n').append(dryRun ? sample(columns) : cities(columns));
        }
        long madeUp = sum(FileReport::madeUp);
        if (madeUp > 0) {
            text.append("Made-up data, as the site says of itself: ")
                    .append(madeUp)
                    .append(" rows.\n");
        }
        long unreadable = sum(FileReport::unreadable);
        long undisclosed = sum(FileReport::undisclosed);
        if (unreadable + undisclosed > 0) {
            text.append("Stored, but not part of the averages: ")
                    .append(undisclosed)
                    .append(" rows that name no pay, ")
                    .append(unreadable)
                    .append(" whose pay cannot be read.\n");
        }
        return text.toString();
    }

    @Override
    public String advice() {
        StringBuilder lines = new StringBuilder();
        for (FileReport file : report.files()) {
            String name = Table.safe(file.name());
            file.notes().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(note -> line(lines, name + ": " + note.getValue() + " × " + note.getKey()));
            file.failure().ifPresent(why -> line(lines, name + ": " + why));
        }
        rejected(lines);
        ending(lines);
        return lines.toString();
    }

    @Override
    public String json() {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("ending", ending());
        tree.put("dry_run", dryRun);
        tree.put("database", dryRun ? null : db.toString());
        tree.put("files", report.files().stream().map(this::branch).toList());
        tree.put("cities", byRank().stream().map(this::cityBranch).toList());
        tree.put("runs", report.runs().stream().map(ImportSummary::runBranch).toList());
        return Json.text(tree) + "\n";
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
        Table table = dryRun
                ? new Table("File", "kind", "encoding", "pages", "rows", "rejected")
                : new Table("File", "kind", "encoding", "pages", "rows", "new", "known", "repeated", "rejected");
        for (FileReport file : report.files()) {
            List<Object> cells =
                    new ArrayList<>(List.of(file.name(), file.kind().label(), file.encoding()));
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

    private String cities(int columns) {
        Table table = new Table("City", "rows", "new", "known", "repeated");
        List<Map.Entry<String, Counts>> cities = byRank();
        for (Map.Entry<String, Counts> city : cities.subList(0, Math.min(MOST_CITIES, cities.size()))) {
            Counts count = city.getValue();
            table.row(city.getKey(), count.all(), count.inserted(), count.updated(), count.duplicates());
        }
        int more = cities.size() - MOST_CITIES;
        return table.text(columns) + (more > 0 ? "and " + more + " more cities\n" : "");
    }

    /** So that a wrong column is seen before anything is stored. */
    private String sample(int columns) {
        Table table = new Table("Title", "salary", "city", "company", "experience", "education");
        for (Posting row : report.sample()) {
            table.row(
                    row.title(),
                    row.salary(),
                    row.city(),
                    orDash(row.company()),
                    orDash(row.experience()),
                    orDash(row.education()));
        }
        return table.text(columns) + "Nothing was stored: --dry-run.\n";
    }

    private void rejected(StringBuilder lines) {
        if (report.rejected() == 0) {
            return;
        }
        Map<String, Long> reasons = new LinkedHashMap<>();
        report.files().forEach(file -> reasons(file).forEach((why, n) -> reasons.merge(why, n, Long::sum)));
        List<String> told = reasons.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(MOST_REASONS)
                .map(reason -> reason.getValue() + " × " + reason.getKey())
                .toList();
        String more = reasons.size() > MOST_REASONS ? "; and " + (reasons.size() - MOST_REASONS) + " more reasons" : "";
        line(lines, "Rejected rows: " + report.rejected() + ": " + String.join("; ", told) + more);
        if (rejects == null) {
            lines.append("--rejects FILE writes each of them with its place.\n");
        }
    }

    private void ending(StringBuilder lines) {
        if (report.stopped()) {
            lines.append("paymap: interrupted; ")
                    .append(report.rows())
                    .append(" rows are stored. Run the same command to continue; no row is stored twice.\n");
        } else if (report.isNothing()) {
            lines.append("paymap: no row could be read.\n");
        } else if (!dryRun && !report.runs().isEmpty()) {
            ImportSink.Run run = report.runs().get(0);
            lines.append("What they pay: ")
                    .append(ContinueCommand.of("stats", "--site", Table.safe(run.site()), "--db", db.toString()))
                    .append('\n');
        }
    }

    private List<Map.Entry<String, Counts>> byRank() {
        List<Map.Entry<String, Counts>> cities = new ArrayList<>(report.cities().entrySet());
        cities.sort(Comparator.comparingInt((Map.Entry<String, Counts> city) -> City.rank(city.getKey()))
                .thenComparing(Map.Entry::getKey));
        return cities;
    }

    private Map<String, @Nullable Object> branch(FileReport file) {
        Map<String, @Nullable Object> branch = new LinkedHashMap<>();
        branch.put("file", file.name());
        branch.put("kind", file.kind().name().toLowerCase(java.util.Locale.ROOT));
        branch.put("encoding", file.encoding());
        branch.put("pages", file.pages());
        counts(branch, file.rows());
        branch.put("rejected", file.rejected());
        branch.put("repeated_headers", file.repeatedHeaders());
        branch.put("undisclosed", file.undisclosed());
        branch.put("unreadable_pay", file.unreadable());
        branch.put("made_up", file.madeUp());
        branch.put("reasons", reasons(file));
        branch.put("notes", file.notes());
        branch.put("why", file.failure().orElse(""));
        return branch;
    }

    private Map<String, @Nullable Object> cityBranch(Map.Entry<String, Counts> city) {
        Map<String, @Nullable Object> branch = new LinkedHashMap<>();
        branch.put("city", city.getKey());
        counts(branch, city.getValue());
        return branch;
    }

    private void counts(Map<String, @Nullable Object> branch, Counts rows) {
        branch.put("rows", rows.all());
        branch.put("new", dryRun ? null : rows.inserted());
        branch.put("known", dryRun ? null : rows.updated());
        branch.put("repeated", dryRun ? null : rows.duplicates());
    }

    private static Map<String, Long> reasons(FileReport file) {
        Map<String, Long> words = new LinkedHashMap<>();
        file.reasons().forEach((why, n) -> words.merge(RejectWords.of(why), n, Long::sum));
        return words;
    }

    private static Map<String, Object> runBranch(ImportSink.Run run) {
        Map<String, Object> branch = new LinkedHashMap<>();
        branch.put("run", run.id());
        branch.put("site", run.site());
        branch.put("keyword", run.keyword());
        return branch;
    }

    private long sum(java.util.function.ToLongFunction<FileReport> count) {
        return report.files().stream().mapToLong(count).sum();
    }

    private static String orDash(@Nullable String text) {
        return text == null ? "-" : text;
    }

    private static void line(StringBuilder lines, String text) {
        lines.append(Table.safe(text)).append(".\n");
    }
}

package paymap.cli.importing;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.Json;
import paymap.importer.Counts;
import paymap.importer.FileReport;
import paymap.importer.ImportReport;
import paymap.importer.column.Column;
import paymap.job.ImportSink;

/** What an import came to, told to scripts. */
record ImportTree(ImportReport report, boolean dryRun, String db) {

    String text(String ending) {
        return Json.text(tree(ending)) + "\n";
    }

    /** The same on one line. */
    String line(String ending) {
        return Json.line(tree(ending)) + "\n";
    }

    private Map<String, @Nullable Object> tree(String ending) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("ending", ending);
        tree.put("dry_run", dryRun);
        tree.put("database", dryRun ? null : db);
        tree.put("files", report.files().stream().map(this::branch).toList());
        tree.put("cities", report.citiesByRank().stream().map(this::branch).toList());
        tree.put("runs", report.runs().stream().map(ImportTree::branch).toList());
        return tree;
    }

    private Map<String, @Nullable Object> branch(FileReport file) {
        Map<String, @Nullable Object> branch = new LinkedHashMap<>();
        branch.put("file", file.name());
        branch.put("kind", file.kind().name().toLowerCase(Locale.ROOT));
        branch.put("encoding", file.encoding());
        branch.put("columns", columns(file));
        branch.put("pages", file.pages());
        counts(branch, file.rows());
        branch.put("rejected", file.rejected());
        branch.put("repeated_headers", file.repeatedHeaders());
        branch.put("undisclosed", file.undisclosed());
        branch.put("unreadable_pay", file.unreadable());
        branch.put("maybe_yearly_pay", file.maybeYearly());
        branch.put("made_up", file.madeUp());
        branch.put("reasons", reasons(file));
        branch.put("strange_cities", file.strangeCities());
        branch.put("notes", file.notes());
        branch.put("passed_over", file.isPassedOver());
        branch.put("why", file.failure().map(FailureWords::of).orElse(""));
        return branch;
    }

    private Map<String, @Nullable Object> branch(Map.Entry<String, Counts> city) {
        Map<String, @Nullable Object> branch = new LinkedHashMap<>();
        branch.put("city", city.getKey());
        counts(branch, city.getValue());
        return branch;
    }

    private static Map<String, Object> branch(ImportSink.Run run) {
        Map<String, Object> branch = new LinkedHashMap<>();
        branch.put("run", run.id());
        branch.put("site", run.site());
        branch.put("keyword", run.keyword());
        return branch;
    }

    private void counts(Map<String, @Nullable Object> branch, Counts rows) {
        branch.put("rows", rows.all());
        branch.put("new", dryRun ? null : rows.inserted());
        branch.put("known", dryRun ? null : rows.updated());
        branch.put("repeated", dryRun ? null : rows.duplicates());
    }

    private static Map<String, String> columns(FileReport file) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (Map.Entry<Column, String> column : file.columns().entrySet()) {
            columns.put(column.getKey().code(), column.getValue());
        }
        return columns;
    }

    private static Map<String, Long> reasons(FileReport file) {
        Map<String, Long> words = new LinkedHashMap<>();
        file.reasons().forEach((why, n) -> words.merge(FailureWords.english(why), n, Long::sum));
        return words;
    }
}

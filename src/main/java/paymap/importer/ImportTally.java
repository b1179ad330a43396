package paymap.importer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import paymap.importer.format.DetectedFile;
import paymap.importer.format.ReadResult;
import paymap.job.ImportSink;
import paymap.job.ImportSink.UpsertResult;

/** Counts what an import stores, as its report and its progress tell it. */
final class ImportTally {

    private final List<FileReport> reports = new ArrayList<>();
    private final List<Long> sizes = new ArrayList<>();
    private final Map<String, Counts> cities = new LinkedHashMap<>();

    ImportTally(List<DetectedFile> files) {
        for (DetectedFile file : files) {
            reports.add(new FileReport(file));
            sizes.add(file.source().size());
        }
    }

    /** @param became of the rows of the batch, in their order */
    void add(Batch batch, List<UpsertResult> became) {
        FileReport report = reports.get(batch.file);
        report.add(batch);
        for (int i = 0; i < became.size(); i++) {
            ImportSink.Entry row = batch.rows.get(i);
            report.count(row, became.get(i));
            cities.put(
                    row.posting().city(),
                    cities.getOrDefault(row.posting().city(), Counts.NONE).plus(became.get(i)));
        }
    }

    void ended(int file, ReadResult how) {
        reports.get(file).ended(how);
    }

    boolean allWhole() {
        return reports.stream().allMatch(file -> file.failure().isEmpty() || file.isPassedOver());
    }

    /** How far the import is once a batch is stored. */
    ImportListener.Status status(Batch batch) {
        long earlier = sizes.stream().limit(batch.file).mapToLong(size -> size).sum();
        long all = sizes.stream().mapToLong(size -> size).sum();
        ImportReport soFar = report(List.of(), false);
        return new ImportListener.Status(earlier + batch.bytesRead, all, soFar.rows(), soFar.rejected());
    }

    ImportReport report(List<ImportSink.Run> runs, boolean stopped) {
        return new ImportReport(reports, cities, runs, stopped);
    }
}

package paymap.importer;

import java.util.List;
import java.util.Map;
import paymap.job.Posting;

/**
 * What an import came to.
 *
 * @param files in the order they were named
 * @param cities by Chinese name, as they came
 * @param runs that got rows
 * @param sample the first few postings as they were read
 * @param stopped whether it was interrupted
 */
public record ImportReport(
        List<FileReport> files,
        Map<String, CityCount> cities,
        List<ImportSink.Run> runs,
        List<Posting> sample,
        boolean stopped) {

    /** Rows of one city by what became of them. */
    public record CityCount(long fresh, long known, long repeated) {

        static final CityCount NONE = new CityCount(0, 0, 0);

        CityCount plus(ImportSink.UpsertResult placed) {
            return switch (placed) {
                case INSERTED -> new CityCount(fresh + 1, known, repeated);
                case UPDATED -> new CityCount(fresh, known + 1, repeated);
                case DUPLICATE -> new CityCount(fresh, known, repeated + 1);
            };
        }

        public long rows() {
            return fresh + known + repeated;
        }
    }

    public long rows() {
        return files.stream().mapToLong(FileReport::rows).sum();
    }

    public long rejected() {
        return files.stream().mapToLong(FileReport::rejected).sum();
    }

    /** Whether every file was read to its end and no row of it rejected, no page refused. */
    public boolean isComplete() {
        return !stopped
                && files.stream()
                        .allMatch(file -> file.failure().isEmpty() && file.rejected() == 0 && file.gaveAnything());
    }

    /** Whether nothing at all could be read. */
    public boolean isNothing() {
        return files.stream().noneMatch(FileReport::gaveAnything);
    }
}

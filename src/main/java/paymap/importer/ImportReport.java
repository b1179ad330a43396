package paymap.importer;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import paymap.job.City;
import paymap.job.ImportSink;

/**
 * What an import came to.
 *
 * @param files in the order they were named
 * @param cities by Chinese name, as they came
 * @param runs that got rows; empty if nothing was stored
 * @param stopped whether it was interrupted
 */
public record ImportReport(
        List<FileReport> files, Map<String, Counts> cities, List<ImportSink.Run> runs, boolean stopped) {

    /** Postings that were read. */
    public long rows() {
        return files.stream().mapToLong(file -> file.rows().all()).sum();
    }

    /** Rows that are no postings. */
    public long rejected() {
        return files.stream().mapToLong(FileReport::rejected).sum();
    }

    /** The cities with their counts as tables show them: the largest cities first. */
    public List<Map.Entry<String, Counts>> citiesByRank() {
        return cities.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, Counts> city) -> City.rank(city.getKey()))
                        .thenComparing(Map.Entry::getKey))
                .toList();
    }

    /** Whether every file was read to its end and gave something, and no row was rejected. */
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

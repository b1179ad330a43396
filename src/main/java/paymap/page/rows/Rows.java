package paymap.page.rows;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import paymap.job.JobStore.Column;
import paymap.job.JobStore.Line;

/**
 * All rows in the order of site, city, title and salary, a number for each in each column.
 *
 * @param ids as the store numbers them
 * @param openings behind each row
 * @param sites by name
 * @param texts what the site told, one for each of {@link Line#COLUMNS}
 * @param coded the other columns
 */
record Rows(long[] ids, int[] openings, List<Site> sites, List<Coded<String>> texts, Others coded) {

    /**
     * A column of which rows hold the numbers of its values.
     *
     * @param of row by row
     */
    record Coded<T>(int[] of, Codes<T> codes) {

        T at(int row) {
            return codes.value(of[row]);
        }
    }

    /**
     * @param pay each as written
     * @param lastSeen UTC, ISO 8601
     * @param searches keywords in lower case, as {@link Line#keywords} has them
     */
    record Others(Coded<Pay> pay, Coded<String> lastSeen, Coded<Set<String>> searches) {}

    Coded<Pay> pay() {
        return coded.pay;
    }

    /** @throws IllegalArgumentException if the column is not kept here, as companies and titles are not */
    Coded<String> texts(Column column) {
        int place = Line.COLUMNS.indexOf(column);
        if (place < 0) {
            throw new IllegalArgumentException("not kept in memory: " + column);
        }
        return texts.get(place);
    }

    /** null = there is no row of it. */
    @Nullable
    Site site(String name) {
        return sites.stream()
                .filter(site -> site.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}

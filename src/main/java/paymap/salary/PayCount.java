package paymap.salary;

/**
 * One line of a frequency table.
 *
 * @param salary the pay that these postings have in common
 * @param count how many postings have it, at least 1
 */
public record PayCount(Salary salary, long count) {

    /**
     * Checks the count.
     *
     * @throws IllegalArgumentException if the count is below 1
     */
    public PayCount {
        if (count < 1) {
            throw new IllegalArgumentException("count must be at least 1: " + count);
        }
    }
}

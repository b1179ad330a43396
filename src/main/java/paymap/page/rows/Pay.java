package paymap.page.rows;

import paymap.salary.Salary;
import paymap.salary.SalaryParser;

/**
 * Pay of rows, told apart as the site wrote it, and what it says.
 *
 * @param months paid a year; 0 = not stated
 */
record Pay(String written, int months, Salary salary) {

    static Pay of(String written, int months) {
        return new Pay(written, months, SalaryParser.parse(written, months));
    }
}

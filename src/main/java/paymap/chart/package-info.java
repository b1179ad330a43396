/**
 * Pictures of pay and a report to send on, from the frequency tables of the store. Asks no database and no network,
 * reads no clock, prints nothing; every figure here is one of {@code salary}'s.
 */
@NullMarked
package paymap.chart;

import org.jspecify.annotations.NullMarked;

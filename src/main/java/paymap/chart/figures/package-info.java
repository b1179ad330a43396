/**
 * Figures of pay as pictures and pages need them, with the words about them in two languages: what is counted, where
 * a value lies, how a number is written. Pure: paints nothing, knows no file.
 */
@NullMarked
package paymap.chart.figures;

import org.jspecify.annotations.NullMarked;

/**
 * Painting: fonts, colours, shapes and words, and how a drawing becomes PNG or SVG. Knows nothing of pay.
 */
@NullMarked
package paymap.chart.draw;

import org.jspecify.annotations.NullMarked;

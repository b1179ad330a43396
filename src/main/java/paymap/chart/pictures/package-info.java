/**
 * The pictures of pay: what each shows, where its parts lie, what it says in words. Decides no figure and knows no
 * file; painting itself is done in draw.
 */
@NullMarked
package paymap.chart.pictures;

import org.jspecify.annotations.NullMarked;

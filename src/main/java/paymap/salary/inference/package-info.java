/**
 * What the figures of a group of postings allow one to say beyond it: intervals, one's own place, two groups compared.
 * Works on frequency tables of midpoints alone; nothing here reads, writes, waits or speaks.
 */
@NullMarked
package paymap.salary.inference;

import org.jspecify.annotations.NullMarked;

/**
 * {@code paymap pmap}: from what was typed to a scan, and from its events to text, JSON and a line of progress. How to
 * scan is decided in {@code paymap.pmap}; its first milliseconds count, so nothing else is woken here.
 */
@NullMarked
package paymap.cli.pmap;

import org.jspecify.annotations.NullMarked;

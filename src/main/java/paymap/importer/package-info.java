/**
 * An import from open files to a sink: rows are read by {@code importer.format}, told from the rest by {@code job}, and
 * stored in batches with a report of each file. No SQL, no site, no format and no printing here.
 */
@NullMarked
package paymap.importer;

import org.jspecify.annotations.NullMarked;

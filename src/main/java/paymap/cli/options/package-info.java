/**
 * What several commands let a person choose: the database, the site, and the command that continues a run. Knows sites
 * and stores by their seams only; nothing here prints.
 */
@NullMarked
package paymap.cli.options;

import org.jspecify.annotations.NullMarked;

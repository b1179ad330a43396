/**
 * What several commands let a person choose: the database, the site, and the command that continues a run. The one
 * place below the commands that may name sites and kinds of stores; nothing here prints.
 */
@NullMarked
package paymap.cli.options;

import org.jspecify.annotations.NullMarked;

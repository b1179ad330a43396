/**
 * What every command talks through: the terminal, tables, JSON, exit codes, Ctrl-C, times, the encoding of what is
 * typed. Nothing here knows a command, a site or a store.
 */
@NullMarked
package paymap.cli.console;

import org.jspecify.annotations.NullMarked;

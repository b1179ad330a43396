/**
 * The front door: all commands, put together with what they need. What a command says and does lives in the folders
 * below; no package outside of {@code paymap.cli} prints.
 */
@NullMarked
package paymap.cli;

import org.jspecify.annotations.NullMarked;

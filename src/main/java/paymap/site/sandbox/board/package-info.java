/**
 * The lists of Boss, Zhilian, 51job and Liepin as their sites of 2025 and 2026 serve them, made up: a page whose own
 * script asks for rows, people in all places where the real ones have them, and the refusals. No board knows another or a
 * reader of paymap's; limits, the log and the options are not known here.
 */
@NullMarked
package paymap.site.sandbox.board;

import org.jspecify.annotations.NullMarked;

/**
 * The figures of groups as a table for people, and the lines below it that tell what is not in them. Reads no store and
 * computes no figure; the same figures for programs are written by {@code export}.
 */
@NullMarked
package paymap.cli.rows.groups;

import org.jspecify.annotations.NullMarked;

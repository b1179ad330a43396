/**
 * What stands in for options that are not typed, and whether this machine is ready: {@code config} and
 * {@code doctor}. Nothing here collects or changes a row.
 */
@NullMarked
package paymap.cli.settings;

import org.jspecify.annotations.NullMarked;

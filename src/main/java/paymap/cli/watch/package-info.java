/**
 * What a person sees in a terminal of work that other processes do: runs under way. It looks, and changes nothing; what
 * it says comes from {@code crawl.watch}.
 */
@NullMarked
package paymap.cli.watch;

import org.jspecify.annotations.NullMarked;

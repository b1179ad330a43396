/**
 * How fast, and how many at once: the pace towards one site, waits after trouble, and the one shape of thread
 * pool. Pure but for {@link paymap.pace.Workers}, the only place that waits; nothing here knows what the work is.
 */
@NullMarked
package paymap.pace;

import org.jspecify.annotations.NullMarked;

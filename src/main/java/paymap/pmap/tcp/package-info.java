/**
 * Asks TCP ports from this process: event loops with sockets, and what the system says about them; what they ask and when
 * is the engine's. Nothing here knows of other processes, and nothing prints.
 */
@NullMarked
package paymap.pmap.tcp;

import org.jspecify.annotations.NullMarked;

/**
 * Asks TCP ports from this process: event loops with sockets, and the state machines that tell them what to ask. Nothing
 * here knows of other processes, and nothing prints.
 */
@NullMarked
package paymap.pmap.tcp;

import org.jspecify.annotations.NullMarked;

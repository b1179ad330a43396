/**
 * What to ask next, how much at once, how long to wait, and what is known: the state machines of a scan of TCP ports.
 * Pure (no socket, no clock, no file), and reachable from outside only through {@code SharedScan}, which holds the lock.
 */
@NullMarked
package paymap.pmap.tcp.engine;

import org.jspecify.annotations.NullMarked;

/**
 * Asks hosts whether they answer ping: by an ICMP socket of our own, by fping, or by the system's ping. Nothing here asks a
 * port, and nothing prints.
 */
@NullMarked
package paymap.pmap.ping;

import org.jspecify.annotations.NullMarked;

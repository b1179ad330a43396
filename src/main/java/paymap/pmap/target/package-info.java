/**
 * What a person writes for hosts and ports, and the addresses and ports that are meant. Looks names up and reads files of
 * targets and services, but never asks a host anything.
 */
@NullMarked
package paymap.pmap.target;

import org.jspecify.annotations.NullMarked;

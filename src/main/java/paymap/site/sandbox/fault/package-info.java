/**
 * What the site does wrong on purpose: the rules as a person orders them, and which request meets which fault, a pure
 * function of the seed. How a fault looks on the wire is not known here.
 */
@NullMarked
package paymap.site.sandbox.fault;

import org.jspecify.annotations.NullMarked;

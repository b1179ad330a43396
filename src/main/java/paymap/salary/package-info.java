/**
 * Pay as arithmetic: what a posting's pay text says, and the figures of a group of postings.
 * Nothing of ours and no library may be imported here, and nothing here reads, writes, waits or knows a site.
 */
@NullMarked
package paymap.salary;

import org.jspecify.annotations.NullMarked;

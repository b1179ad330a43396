/**
 * How long postings stay, as arithmetic: from who was seen when to counts, quartiles and a median.
 * Nothing of ours and no library may be imported here, and nothing here reads, writes or knows a site.
 */
@NullMarked
package paymap.job.age;

import org.jspecify.annotations.NullMarked;

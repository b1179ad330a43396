/**
 * The made-up postings: lists, titles, pay and recruiters, and the JSON of a page of rows, all pure functions of the seed.
 * No request, session, limit or fault is known here; and nothing may come from a real posting, company or person.
 */
@NullMarked
package paymap.site.sandbox.data;

import org.jspecify.annotations.NullMarked;

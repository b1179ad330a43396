/**
 * Lagou (拉勾网): its requests, its sessions, and a reader of its replies that lets nothing personal through. One
 * site, one folder; no pacing, no SQL and no printing here.
 *
 * <p>Facts on the protocol were gathered from public repositories and threads in 2026-11; none was checked against
 * the live site.
 */
@NullMarked
package paymap.site.lagou;

import org.jspecify.annotations.NullMarked;

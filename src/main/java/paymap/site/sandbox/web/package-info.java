/**
 * Requests as the site understands them and replies before they are sent, with the pages and refusals common to all
 * eras. Which era, session, limit or fault leads to a reply is decided above and not known here.
 */
@NullMarked
package paymap.site.sandbox.web;

import org.jspecify.annotations.NullMarked;

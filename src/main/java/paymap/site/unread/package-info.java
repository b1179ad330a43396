/**
 * Boards whose pages and replies are told from others but not read yet; one that is read gets a folder of its own.
 * Knows how to read nothing.
 */
@NullMarked
package paymap.site.unread;

import org.jspecify.annotations.NullMarked;

/** Text and pieces of pages as HTML and XML, escaped on the way in. Knows nothing of what they are about. */
@NullMarked
package paymap.markup;

import org.jspecify.annotations.NullMarked;

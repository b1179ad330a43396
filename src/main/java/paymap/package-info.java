/** The way in: {@link paymap.Main} and nothing else. */
@NullMarked
package paymap;

import org.jspecify.annotations.NullMarked;

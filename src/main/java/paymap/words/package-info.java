/**
 * What paymap says to people, in their language: the sentences stand in English where they are said, and a catalogue
 * holds their Chinese. Knows nothing of what is said; keys and codes that scripts read never pass through here.
 */
@NullMarked
package paymap.words;

import org.jspecify.annotations.NullMarked;

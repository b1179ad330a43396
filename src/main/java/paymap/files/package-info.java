/**
 * Writing the files that a user names: whole or not at all, and nothing that is no file is ever replaced by one.
 * Nothing of ours and no library may be imported here, and nothing here knows what the files hold.
 */
@NullMarked
package paymap.files;

import org.jspecify.annotations.NullMarked;

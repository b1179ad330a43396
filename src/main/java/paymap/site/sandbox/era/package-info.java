/**
 * How each era of the protocol answers a request that came slowly enough, with its sessions and keys. No era is asked
 * from another one, and the limit, the log and the options are not known here.
 */
@NullMarked
package paymap.site.sandbox.era;

import org.jspecify.annotations.NullMarked;

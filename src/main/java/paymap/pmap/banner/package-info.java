/**
 * What services say of themselves once a port is open: their first line, heard within bounds and made safe to print.
 * Nobody is told here what product that may be, and nothing but one request for a web page is ever sent.
 */
@NullMarked
package paymap.pmap.banner;

import org.jspecify.annotations.NullMarked;

package paymap.site.sandbox;

import paymap.site.sandbox.Request.BadRequest;

/** What one era answers to a request that came slowly enough. */
interface EraSite {
    /** The reply; {@code number} tells requests apart that are otherwise equal. */
    Reply answer(Request request, long number) throws BadRequest;
}

package paymap.site.sandbox.era;

import paymap.site.sandbox.web.Reply;
import paymap.site.sandbox.web.Request;
import paymap.site.sandbox.web.Request.BadRequest;

/** What one era answers to a request that came slowly enough. */
public interface EraSite {
    /** The reply; {@code number} tells requests apart that are otherwise equal. */
    Reply answer(Request request, long number) throws BadRequest;
}

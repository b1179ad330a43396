package paymap.site.sandbox;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import paymap.site.sandbox.SandboxOptions.Era;
import paymap.site.sandbox.era.EraSite;
import paymap.site.sandbox.web.OtherPages;
import paymap.site.sandbox.web.Paths;
import paymap.site.sandbox.web.Reply;
import paymap.site.sandbox.web.Request;
import paymap.site.sandbox.web.Request.BadRequest;

/** A site that speaks several eras at once: each request goes to the era that it belongs to. */
final class EraRouter implements EraSite {
    private final @Nullable EraSite encrypted;
    private final @Nullable EraSite rendered;
    private final @Nullable EraSite classic;
    private final EraSite otherwise;

    EraRouter(Set<Era> eras, EraSite encrypted, EraSite rendered, EraSite classic) {
        this.encrypted = eras.contains(Era.ENCRYPTED) ? encrypted : null;
        this.rendered = eras.contains(Era.RENDERED) ? rendered : null;
        this.classic = eras.contains(Era.CLASSIC) ? classic : null;
        this.otherwise =
                eras.contains(Era.CLASSIC) ? classic : eras.contains(Era.RENDERED) ? rendered : EraRouter::none;
    }

    @Override
    public Reply answer(Request request, long number) throws BadRequest {
        return ofPath(request.path()).answer(request, number);
    }

    private EraSite ofPath(String path) {
        @Nullable EraSite owner = null;
        if (path.equals(Paths.AGREEMENT) || path.equals(Paths.AJAX_2021)) {
            owner = encrypted;
        } else if (path.equals(Paths.WN_JOBS)) {
            owner = rendered;
        } else if (path.startsWith(Paths.LIST) || path.equals(Paths.AJAX)) {
            owner = classic;
        }
        return owner == null ? otherwise : owner;
    }

    private static Reply none(Request request, long number) {
        return OtherPages.otherPage(request);
    }
}

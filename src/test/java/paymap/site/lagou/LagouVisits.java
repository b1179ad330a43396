package paymap.site.lagou;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;
import paymap.crawl.SiteMemory;
import paymap.site.CrawlableSite.Visit;

/** Lagou at an address of a test, with an era of the test's choice and nothing remembered. */
final class LagouVisits {

    private LagouVisits() {}

    static LagouSite site(
            URI address, String userAgent, Path cookies, EraChoice choice, SiteKey key, InstantSource clock) {
        LagouVisit visit = LagouVisit.of(new Visit(address, userAgent, cookies, Map.of()), key);
        return new LagouSite(visit, choice, SiteMemory.NONE, clock);
    }

    static LagouSite site(HttpUrl base, HttpUrl gate, EraChoice choice, InstantSource clock) {
        return new LagouSite(visit(base, gate), choice, SiteMemory.NONE, clock);
    }

    static LagouVisit visit(HttpUrl base, HttpUrl gate) {
        return new LagouVisit(base, gate, "test", List.of(), SiteKey.LAGOU);
    }
}

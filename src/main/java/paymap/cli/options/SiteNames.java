package paymap.cli.options;

import java.util.Iterator;

/** The sites that can be named, for help and completion. */
public final class SiteNames implements Iterable<String> {

    private final Sites sites;

    /** @param sites looked at only when somebody reads the names */
    public SiteNames(Sites sites) {
        this.sites = sites;
    }

    @Override
    public Iterator<String> iterator() {
        return sites.names().iterator();
    }
}

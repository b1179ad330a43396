package paymap.site.sandbox;

/**
 * What the site has done so far.
 *
 * @param requests all requests but robots.txt
 * @param robots requests for robots.txt
 * @param sessions how many sessions were opened, agreements of the encrypted era included
 * @param pages pages of rows served, empty ones past the end included
 * @param refused all refusals: too fast, or the protocol was not kept
 * @param tooFast the refusals among them that the limit caused
 * @param faults replies that were faulty on purpose
 */
public record SandboxCounters(
        long requests, long robots, long sessions, long pages, long refused, long tooFast, long faults) {}

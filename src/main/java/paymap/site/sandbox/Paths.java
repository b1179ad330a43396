package paymap.site.sandbox;

/** Where Lagou kept what, in all its eras. */
final class Paths {
    static final String LIST = "/jobs/list_";
    static final String AJAX = "/jobs/positionAjax.json";
    static final String AJAX_2021 = "/jobs/v2/positionAjax.json";
    static final String AGREEMENT = "/system/agreement";
    static final String WN_JOBS = "/wn/jobs";
    static final String SECURITY_CHECK = "/common-sec/security-check.html";
    static final String TRACK = "/utrack/trackMid.html";

    private Paths() {}

    /** True for requests that are answered with JSON. */
    static boolean isData(Request request) {
        String path = request.path();
        return path.equals(AJAX) || path.equals(AJAX_2021) || path.equals(AGREEMENT);
    }

    /** True for the pages a browser is sent to when it is challenged. */
    static boolean isChallenge(Request request) {
        return request.path().equals(SECURITY_CHECK) || request.path().equals(TRACK);
    }
}

package paymap.site.sandbox.web;

/** Where Lagou kept what, in all its eras. */
public final class Paths {
    public static final String LIST = "/jobs/list_";
    public static final String AJAX = "/jobs/positionAjax.json";
    public static final String AJAX_2021 = "/jobs/v2/positionAjax.json";
    public static final String AGREEMENT = "/system/agreement";
    public static final String WN_JOBS = "/wn/jobs";
    static final String SECURITY_CHECK = "/common-sec/security-check.html";
    static final String TRACK = "/utrack/trackMid.html";

    private Paths() {}

    /** True for requests that are answered with JSON. */
    public static boolean isData(Request request) {
        String path = request.path();
        return path.equals(AJAX) || path.equals(AJAX_2021) || path.equals(AGREEMENT);
    }

    /** True for the pages a browser is sent to when it is challenged. */
    public static boolean isChallenge(Request request) {
        return request.path().equals(SECURITY_CHECK) || request.path().equals(TRACK);
    }
}

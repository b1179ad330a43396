package paymap.site.sandbox;

import paymap.site.sandbox.Request.BadRequest;

/** What one era answers to a request that came slowly enough. */
interface EraSite {
    String LIST = "/jobs/list_";
    String AJAX = "/jobs/positionAjax.json";
    String AJAX_2021 = "/jobs/v2/positionAjax.json";
    String AGREEMENT = "/system/agreement";
    String WN_JOBS = "/wn/jobs";
    String SECURITY_CHECK = "/common-sec/security-check.html";
    String TRACK = "/utrack/trackMid.html";

    /** The reply; {@code number} tells requests apart that are otherwise equal. */
    Reply answer(Request request, long number) throws BadRequest;

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

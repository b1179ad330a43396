package paymap.site.lagou;

import okhttp3.HttpUrl;
import paymap.job.City;

/**
 * What the first page of a visit is asked for.
 *
 * @param city by Chinese name
 */
record Search(String city, String keyword) {

    /** Whether a rendered page at this address, to which the site may have led us, is the first page of just this list. */
    boolean isFirstPageAt(HttpUrl url) {
        String page = url.queryParameter("pn");
        return keyword.equals(url.queryParameter("kd"))
                && City.listed(city).equals(url.queryParameter("city"))
                && (page == null || page.equals("1"));
    }
}

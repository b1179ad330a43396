package paymap.site.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client for tests that does nothing by itself: no redirects, and no cookies or Referer but those asked for. */
public final class SandboxClient {
    public static final JsonMapper JSON = JsonMapper.builder().build();

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI site;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> headers = new HashMap<>();

    public SandboxClient(SandboxSite site) {
        this.site = site.uri();
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Opens a session as a browser does: cookies from the list page, which is the Referer from now on. */
    public SandboxClient opened() throws IOException, InterruptedException {
        remember(get(listPath("北京", "Python")));
        return cameFrom(listPath("北京", "Python"));
    }

    public SandboxClient cameFrom(String path) {
        return header("Referer", site + path);
    }

    public SandboxClient header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public SandboxClient cookie(String name, String value) {
        cookies.put(name, value);
        return this;
    }

    public void remember(HttpResponse<?> reply) {
        for (String cookie : reply.headers().allValues("set-cookie")) {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        }
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    public static String listPath(String city, String keyword) {
        return "/jobs/list_" + encoded(keyword) + "?city=" + encoded(city) + "&cl=false&fromSearch=true";
    }

    public static String wnPath(String city, String keyword, int page) {
        return "/wn/jobs?kd=" + encoded(keyword) + "&city=" + encoded(city) + "&pn=" + page;
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(to(path).GET());
    }

    /** Asks for rows of Python as the classic site wants it. */
    public HttpResponse<String> rows(String city, int page) throws IOException, InterruptedException {
        return rows(city, "Python", page);
    }

    public HttpResponse<String> rows(String city, String keyword, int page) throws IOException, InterruptedException {
        return post(
                "/jobs/positionAjax.json?city=" + encoded(city) + "&needAddtionalResult=false",
                "first=" + (page == 1) + "&pn=" + page + "&kd=" + encoded(keyword));
    }

    public HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        return send(to(path).header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .POST(BodyPublishers.ofString(form)));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    public HttpRequest.Builder to(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(site + path));
        headers.forEach(request::header);
        if (!cookies.isEmpty()) {
            String line = cookies.entrySet().stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; "));
            request.header("Cookie", line);
        }
        return request;
    }

    public static JsonNode json(HttpResponse<String> reply) {
        return JSON.readTree(reply.body());
    }

    /** The rows of a classic reply. */
    public static JsonNode result(HttpResponse<String> reply) {
        return json(reply).path("content").path("positionResult").path("result");
    }

    /** The JSON that a rendered page carries. */
    public static JsonNode nextData(HttpResponse<String> page) {
        String start = "<script id=\"__NEXT_DATA__\" type=\"application/json\">";
        int from = page.body().indexOf(start) + start.length();
        return JSON.readTree(page.body().substring(from, page.body().indexOf("</script>", from)));
    }

    /** The rows of a rendered page. */
    public static JsonNode renderedResult(HttpResponse<String> page) {
        return nextData(page).at("/props/pageProps/initData/content/positionResult/result");
    }
}

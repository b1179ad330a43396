package paymap.torture.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A page with markers: in attributes, comments, scripts and hidden fields of every element, and in its text. */
final class PlantedHtml {

    private static final String HOLE = "(hole)";

    private final Sample sample;
    private final Markers markers;

    PlantedHtml(Sample sample, Markers markers) {
        this.sample = sample;
        this.markers = markers;
    }

    String everywhere() {
        Document page = parsed();
        for (Element element : elements(page)) {
            for (How how : How.values()) {
                if (how.mayStandIn(element, isWanted(element))) {
                    how.plant(element, markers.text(sample.name() + " " + place(element) + ", " + how.name()));
                }
            }
        }
        return page.outerHtml();
    }

    /** By the words for what was done: the page with one marker, whole, cut off there, and with what follows broken. */
    Map<String, String> oneByOne() {
        Map<String, String> files = new TreeMap<>();
        int elements = elements(parsed()).size();
        for (int i = 0; i < elements; i++) {
            for (How how : How.values()) {
                Document page = parsed();
                Element element = elements(page).get(i);
                if (how.mayStandIn(element, isWanted(element))) {
                    String what = sample.name() + " " + i + " " + place(element) + ", " + how.name();
                    how.plant(element, HOLE);
                    String html = page.outerHtml();
                    String marker = markers.text(what);
                    int at = html.indexOf(HOLE);
                    files.put(what, html.replace(HOLE, marker));
                    files.put(what + ", cut off", html.substring(0, at) + marker);
                    if (!isWanted(element)) { // else what follows becomes a part of it by right
                        files.put(
                                what + ", broken", html.substring(0, at) + marker + "\"'>-->" + html.substring(at + 6));
                    }
                }
            }
        }
        return files;
    }

    private Document parsed() {
        Document page = Jsoup.parse(sample.text());
        page.outputSettings().prettyPrint(false);
        return page;
    }

    private static List<Element> elements(Document page) {
        return new ArrayList<>(page.getAllElements().stream()
                .filter(element -> element != page && !element.tagName().equals("script"))
                .toList());
    }

    private boolean isWanted(Element element) {
        return sample.wanted().stream().anyMatch(selector -> element.closest(selector) != null);
    }

    private static String place(Element element) {
        String classes = String.join(".", element.classNames());
        return classes.isEmpty() ? element.tagName() : element.tagName() + "." + classes;
    }

    private enum How {
        ATTRIBUTE,
        COMMENT,
        SCRIPT,
        HIDDEN_FIELD,
        IN_A_LINK,
        TEXT;

        boolean mayStandIn(Element element, boolean isWanted) {
            boolean isVoid = element.tag().isSelfClosing() || element.tagName().equals("title");
            return switch (this) {
                case ATTRIBUTE -> true;
                case IN_A_LINK -> element.hasAttr("href") || element.hasAttr("src");
                case COMMENT -> !isVoid;
                case SCRIPT, HIDDEN_FIELD, TEXT -> !isVoid && !isWanted;
            };
        }

        void plant(Element element, String marker) {
            switch (this) {
                case ATTRIBUTE -> element.attr("data-hr-name", marker);
                case COMMENT -> element.prependChild(new Comment(" " + marker + " "));
                case SCRIPT ->
                    element.appendElement("script").appendChild(new DataNode("var user={name:'" + marker + "'}"));
                case HIDDEN_FIELD ->
                    element.appendElement("input").attr("type", "hidden").attr("value", marker);
                case IN_A_LINK -> {
                    Attribute link = element.attribute(element.hasAttr("href") ? "href" : "src");
                    link.setValue(link.getValue() + (link.getValue().contains("?") ? "&" : "?") + "token=" + marker);
                }
                case TEXT -> element.appendElement("i").addClass("hr").text(marker);
            }
        }
    }
}

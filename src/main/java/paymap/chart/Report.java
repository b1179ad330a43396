package paymap.chart;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import paymap.chart.draw.PageFont;
import paymap.chart.figures.Findings;
import paymap.chart.figures.GroupNames;
import paymap.chart.figures.Language;
import paymap.chart.figures.NumberFormats;
import paymap.chart.figures.Wording;
import paymap.figures.PayFigures;
import paymap.markup.Bundled;
import paymap.markup.Markup;
import paymap.salary.SalaryStatistics;

/**
 * One page to send on: the finding, the table, the pictures and the method, in each language. It needs no script and asks
 * the network for nothing.
 */
final class Report {

    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'";

    /**
     * A picture for the page.
     *
     * @param wide as SVG
     * @param phone the same for a phone held upright
     * @param files where it also is
     */
    record Drawn(String title, String wide, String phone, List<String> files) {}

    /** The page in one language; without pictures where this machine cannot draw. */
    record Part(Wording words, Map<ChartKind, Drawn> pictures) {}

    private final List<Part> parts;
    private final Map<String, String> beside;
    private final String why;

    /**
     * @param beside the files beside the page that hold its figures: their text by their name
     * @param why no pictures, a sentence; empty when there are pictures
     */
    Report(List<Part> parts, Map<String, String> beside, String why) {
        this.parts = List.copyOf(parts);
        this.beside = beside;
        this.why = why;
    }

    String html() throws IOException {
        String body = body();
        Part first = parts.get(0);
        return "<!DOCTYPE html>\n<html lang=\"" + first.words.language().tag()
                + "\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"" + POLICY + "\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"
                + "<title>" + Markup.escaped(pageTitle(first.words)) + "</title>\n<style>\n"
                + PageFont.css(
                        body.replaceAll("<(style|path|defs|a)[^>]*>", "") + Bundled.text(Report.class, "report.css"))
                + Bundled.text(Report.class, "report.css")
                + "</style>\n</head>\n<body>\n" + body + "</body>\n</html>\n";
    }

    private static String pageTitle(Wording words) {
        String subject = ReportText.subject(words);
        String title = words.heading() == null ? subject : words.heading() + " – " + subject;
        return title + (words.data().source().madeUp() ? words.say("（虚构数据）", " (made-up data)") : "");
    }

    private String body() {
        StringBuilder body = new StringBuilder();
        if (parts.size() > 1) {
            body.append(switcher());
        }
        body.append("<main>\n");
        parts.forEach(part -> body.append(part(part)));
        return body.append("</main>\n").toString();
    }

    /** Two radio buttons and a rule of CSS each: no script is needed to change the language. */
    private String switcher() {
        StringBuilder switcher = new StringBuilder();
        switcher.append("<nav aria-label=\"Language 语言\">\n");
        for (Part part : parts) {
            Language language = part.words.language();
            String id = "show-" + language.code();
            switcher.append("<input type=\"radio\" name=\"language\" id=\"")
                    .append(id)
                    .append('"');
            switcher.append(part == parts.get(0) ? " checked" : "")
                    .append("><label for=\"")
                    .append(id);
            switcher.append("\" lang=\"").append(language.tag()).append("\">");
            switcher.append(language.say("中文", "English")).append("</label>\n");
        }
        return switcher.append("</nav>\n").toString();
    }

    private String part(Part part) {
        Wording words = part.words;
        StringBuilder html = new StringBuilder();
        html.append("<div class=\"").append(words.language().code()).append("\" lang=\"");
        html.append(words.language().tag()).append("\">\n<header>\n");
        if (words.data().source().madeUp()) {
            html.append("<p class=\"warning\">")
                    .append(words.say("虚构数据：职位是编造的", "made-up data: the postings are invented"));
            html.append("</p>\n");
        }
        html.append("<h1>").append(Markup.escaped(ReportText.title(words))).append("</h1>\n");
        if (words.heading() != null) {
            html.append("<p class=\"subject\">")
                    .append(Markup.escaped(ReportText.subject(words)))
                    .append("</p>\n");
        }
        html.append("<p class=\"finding\">")
                .append(Markup.escaped(new Findings(words).headline()))
                .append("</p>\n");
        html.append("<p class=\"source\">")
                .append(Markup.escaped((words.source() + words.left()).strip()))
                .append("</p>\n</header>\n");
        html.append(table(words));
        if (!why.isEmpty()) {
            html.append("<p class=\"warning\">").append(Markup.escaped(why)).append("</p>\n");
        }
        ChartKind.IN_READING_ORDER.forEach(kind -> html.append(figure(part, kind)));
        return html.append(method(words)).append("</div>\n").toString();
    }

    private static String table(Wording words) {
        StringBuilder table = new StringBuilder();
        String title = ReportText.tableTitle(words);
        table.append("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
                .append(title)
                .append("\">\n");
        table.append("<table>\n<caption>").append(title).append("</caption>\n<thead><tr>");
        List<String> heads = List.of(
                words.say(words.noun().zh(), words.noun().head()),
                "n",
                words.say("平均数", "Mean"),
                words.say("中位数", "Median"),
                "P25",
                "P75",
                words.say("未计入", "Not in figures"));
        heads.forEach(head -> table.append("<th scope=\"col\">").append(head).append("</th>"));
        table.append("</tr></thead>\n<tbody>\n");
        words.data().cities().forEach(city -> table.append(row(words, city)));
        return table.append("</tbody>\n</table>\n</div>\n").toString();
    }

    private static String row(Wording words, PayFigures city) {
        SalaryStatistics figures = city.rows();
        List<String> cells = new ArrayList<>();
        cells.add(NumberFormats.count(city.n()) + words.small(city));
        for (Double figure : new Double[] {figures.mean(), figures.median(), figures.p25(), figures.p75()}) {
            cells.add(figure == null ? "–" : NumberFormats.whole(figure));
        }
        String reasons = words.reasons(figures);
        cells.add(NumberFormats.count(figures.notInMean())
                + (reasons.isEmpty() ? "" : words.say("（" + reasons + "）", " (" + reasons + ")")));
        StringBuilder row = new StringBuilder("<tr><th scope=\"row\">")
                .append(names(words, city))
                .append("</th>");
        cells.forEach(cell -> row.append("<td>").append(Markup.escaped(cell)).append("</td>"));
        return row.append("</tr>\n").toString();
    }

    /** Both names, so that a reader of one language can talk to a reader of the other. */
    private static String names(Wording words, PayFigures city) {
        String name = GroupNames.of(city.group(), Language.ZH);
        String chinese = "<span lang=\"zh-CN\">" + Markup.escaped(name) + "</span>";
        String english = GroupNames.of(city.group(), Language.EN);
        if (english.equals(name)) {
            return chinese;
        }
        String other = "<span lang=\"en\">" + Markup.escaped(english) + "</span>";
        return words.say(chinese + " " + other, other + " " + chinese);
    }

    private static String figure(Part part, ChartKind kind) {
        Drawn drawn = part.pictures.get(kind);
        if (drawn == null) {
            return "";
        }
        String name = Markup.escaped(drawn.title());
        StringBuilder figure = new StringBuilder("<figure>\n<h2>").append(name).append("</h2>\n");
        figure.append("<div class=\"wide\">\n").append(drawn.wide()).append("</div>\n");
        figure.append("<div class=\"phone\">\n").append(drawn.phone()).append("</div>\n");
        if (!drawn.files().isEmpty()) {
            // Names, not links: who was sent the page alone has none of the files.
            figure.append("<figcaption>")
                    .append(Markup.escaped(String.join(" · ", drawn.files())))
                    .append("</figcaption>\n");
        }
        return figure.append("</figure>\n").toString();
    }

    /** A link that saves the file from out of the page itself. */
    private static String link(String file, String text) {
        String name = Markup.escaped(file);
        String type = file.endsWith(".json") ? "application/json" : "text/csv";
        return "<a download=\"" + name + "\" href=\"data:" + type + ";base64,"
                + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "\">" + name + "</a>";
    }

    private String method(Wording words) {
        StringBuilder method = new StringBuilder("<section>\n<h2>");
        method.append(words.say("说明", "How to read these figures")).append("</h2>\n<ul>\n");
        Stream.concat(words.listed().stream(), ReportText.method(words).stream())
                .forEach(line ->
                        method.append("<li>").append(Markup.escaped(line)).append("</li>\n"));
        method.append("</ul>\n");
        if (!beside.isEmpty()) {
            method.append("<p>").append(words.say("数据（点击保存）：", "Data (click to save): "));
            method.append(beside.entrySet().stream()
                    .map(file -> link(file.getKey(), file.getValue()))
                    .collect(Collectors.joining(", ")));
            method.append("</p>\n");
        }
        return method.append("</section>\n").toString();
    }
}

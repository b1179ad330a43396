package paymap.page;

import static paymap.markup.Html.link;
import static paymap.markup.Html.tag;

import java.util.List;
import paymap.markup.Html;
import paymap.markup.Html.Tag;
import paymap.words.Language;
import paymap.words.Words;

/**
 * What every page has around what it is about.
 *
 * @param style the address of the style
 * @param script the address of the script; the page does without it
 * @param icon the address of the picture beside its title
 */
record Frame(String style, String script, String icon) {

    /**
     * A whole page in the language of the person.
     *
     * @param view what links of the frame keep
     * @param path of the page, for the link to the other language
     */
    String page(View view, String path, String title, List<? extends Html> parts) {
        Tag head = tag("head")
                .add(
                        tag("meta").with("charset", "utf-8"),
                        meta("viewport", "width=device-width, initial-scale=1"),
                        meta("color-scheme", "light dark"),
                        tag("title").add(Words.say("%s – paymap", title)),
                        tag("link").with("rel", "stylesheet").with("href", style),
                        tag("link").with("rel", "icon").with("href", icon),
                        tag("script").with("src", script).with("defer", true));
        Tag body = tag("body")
                .add(link("#main", Words.say("Skip to the figures")).with("class", "skip"), header(view, path))
                .add(parts)
                .add(footer());
        return "<!DOCTYPE html>\n"
                + tag("html").with("lang", htmlCode(Language.current())).add(head, body) + "\n";
    }

    private static Tag meta(String name, String content) {
        return tag("meta").with("name", name).with("content", content);
    }

    private static Html header(View view, String path) {
        Language other = Language.current() == Language.ENGLISH ? Language.CHINESE : Language.ENGLISH;
        View plain = view.ofFigures();
        return tag("header", "bar")
                .add(
                        link(plain.at("/"), "paymap").with("class", "brand"),
                        tag("nav")
                                .with("aria-label", Words.say("Page"))
                                .add(
                                        link(plain.at("/help"), Words.say("Help"))
                                                .with("data-help", true),
                                        link(
                                                        view.with(Param.LANG, other.code())
                                                                .at(path),
                                                        other == Language.CHINESE ? "中文" : "English")
                                                .with("lang", htmlCode(other))
                                                .with("hreflang", htmlCode(other))));
    }

    private static Html footer() {
        return tag("footer")
                .add(Words.say("Advertised pay, read from what is stored on this machine. Nothing leaves it."));
    }

    private static String htmlCode(Language language) {
        return language == Language.CHINESE ? "zh-CN" : "en";
    }
}

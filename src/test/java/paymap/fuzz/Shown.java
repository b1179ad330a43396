package paymap.fuzz;

import static paymap.fuzz.Input.that;

import java.nio.charset.StandardCharsets;
import paymap.markup.Html;
import paymap.markup.Markup;
import paymap.pmap.Printable;

/** Texts of strangers on their way to a terminal or a page. */
final class Shown {

    private Shown() {}

    static void printable(byte[] input) {
        for (int most : new int[] {1, 7, 200}) {
            String shown = Printable.of(input, input.length, most);
            that(shown.length() <= most, "longer than " + most + ": " + shown);
            safe(shown);
            safe(Printable.again(new String(input, StandardCharsets.UTF_8), most));
        }
        String whole = Printable.of(input, input.length, Integer.MAX_VALUE);
        that(whole.equals(Printable.again(whole, Integer.MAX_VALUE)), "shown again it is another: " + whole);
    }

    private static void safe(String shown) {
        shown.codePoints().forEach(c -> {
            int type = Character.getType(c);
            that(
                    type != Character.CONTROL
                            && type != Character.FORMAT
                            && type != Character.LINE_SEPARATOR
                            && type != Character.PARAGRAPH_SEPARATOR
                            && type != Character.SURROGATE,
                    "U+" + Integer.toHexString(c) + " is shown");
        });
    }

    static void markup(byte[] input) {
        String text = Input.text(input);
        String safe = Markup.escaped(text);
        that(safe.indexOf('<') < 0 && safe.indexOf('>') < 0, "a tag: " + safe);
        that(safe.indexOf('"') < 0 && safe.indexOf('\'') < 0, "the end of an attribute: " + safe);
        that(!safe.replaceAll("&(amp|lt|gt|quot|#39);", "").contains("&"), "an entity of the text's own: " + safe);
        that(safe.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE), "half a pair");
        String back = safe.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
        that(back.length() == text.length(), "something was lost: " + text);
        if (text.isEmpty()) {
            return; // an attribute without a value stands alone
        }
        StringBuilder page = new StringBuilder();
        Html.tag("p").with("title", text).add(text).to(page);
        that(page.chars().filter(c -> c == '<').count() == 2, "more tags than were made: " + page);
        that(page.chars().filter(c -> c == '"').count() == 2, "more attributes than were made: " + page);
    }
}

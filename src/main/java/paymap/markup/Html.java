package paymap.markup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A piece of a page. Every text and every value of an attribute is escaped: there is no other way in but {@link #made}. */
public sealed interface Html {

    /** Puts it behind what is there. */
    void to(StringBuilder page);

    /** Words. */
    static Html text(String words) {
        return new Text(words);
    }

    /** A picture, or another piece, that paymap itself made of markup and escaped words. */
    static Html made(String markup) {
        return new Made(markup);
    }

    /** Several in a row. */
    static Html all(List<? extends Html> parts) {
        return new All(List.copyOf(parts));
    }

    /** Nothing. */
    static Html none() {
        return new All(List.of());
    }

    static Tag tag(String name) {
        return new Tag(name);
    }

    /** A tag of a class. */
    static Tag tag(String name, String cssClass) {
        return new Tag(name).with("class", cssClass);
    }

    /** A link to another page of this server. */
    static Tag link(String address, String words) {
        if (address.startsWith("//")
                || !address.startsWith("/") && !address.startsWith("#") && !address.startsWith("?")) {
            throw new IllegalArgumentException("a link within the page: " + address);
        }
        return new Tag("a").with("href", address).add(words);
    }

    /** Words as they are read. */
    record Text(String words) implements Html {
        @Override
        public void to(StringBuilder page) {
            page.append(Markup.escaped(words));
        }
    }

    /** Markup. */
    record Made(String markup) implements Html {
        @Override
        public void to(StringBuilder page) {
            page.append(markup);
        }
    }

    /** One behind the other. */
    record All(List<? extends Html> parts) implements Html {
        @Override
        public void to(StringBuilder page) {
            parts.forEach(part -> part.to(page));
        }
    }

    /** An element, filled step by step. */
    final class Tag implements Html {

        private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
        private static final Set<String> WITHOUT_END = Set.of("input", "link", "meta", "br", "hr");
        /** Behind these a line ends, so that a page can be read as it comes. */
        private static final Set<String> LINES =
                Set.of("p", "li", "tr", "h1", "h2", "h3", "div", "fieldset", "figure", "section", "form", "table");

        private final String name;
        private final Map<String, String> attributes = new LinkedHashMap<>();
        private final List<Html> inner = new ArrayList<>();

        private Tag(String name) {
            this.name = checked(name);
        }

        private static String checked(String name) {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("no name in HTML: " + name);
            }
            return name;
        }

        /** Adds an attribute; no page has one that runs a script. */
        public Tag with(String attribute, String value) {
            if (attribute.startsWith("on") || attribute.equals("style")) {
                throw new IllegalArgumentException("the policy of the page forbids " + attribute);
            }
            attributes.put(checked(attribute), value);
            return this;
        }

        /** Adds an attribute that is there or not. */
        public Tag with(String attribute, boolean isThere) {
            return isThere ? with(attribute, "") : this;
        }

        public Tag add(String words) {
            return add(new Text(words));
        }

        public Tag add(Html... more) {
            inner.addAll(List.of(more));
            return this;
        }

        public Tag add(List<? extends Html> more) {
            inner.addAll(more);
            return this;
        }

        @Override
        public void to(StringBuilder page) {
            page.append('<').append(name);
            attributes.forEach((attribute, value) -> {
                page.append(' ').append(attribute);
                if (!value.isEmpty()) {
                    page.append("=\"").append(Markup.escaped(value)).append('"');
                } else if (attribute.equals("value") || attribute.equals("href") || attribute.equals("alt")) {
                    page.append("=\"\"");
                }
            });
            page.append('>');
            if (!WITHOUT_END.contains(name)) {
                inner.forEach(part -> part.to(page));
                page.append("</").append(name).append('>');
            }
            if (LINES.contains(name)) {
                page.append('\n');
            }
        }

        @Override
        public String toString() {
            StringBuilder page = new StringBuilder();
            to(page);
            return page.toString();
        }
    }
}

package paymap.page;

import static paymap.markup.Html.link;
import static paymap.markup.Html.tag;

import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import paymap.chart.figures.EnglishNames;
import paymap.chart.figures.Language;
import paymap.chart.figures.NumberFormats;
import paymap.figures.Dimension;
import paymap.figures.Group;
import paymap.figures.Group.Member;
import paymap.job.JobRow;
import paymap.job.JobStore.Filter;
import paymap.job.JobStore.StoredRow;
import paymap.markup.Html;
import paymap.markup.Html.Tag;
import paymap.page.rows.Listing;
import paymap.page.rows.PayTold;
import paymap.page.rows.PostingsOf;
import paymap.page.rows.PostingsOf.Span;
import paymap.words.Words;

/** The postings behind a mark of a picture or a cell of the table, a hundred a page. */
final class PostingsPage {

    static final int A_PAGE = 100;

    private final Stock stock;
    private final Asked asked;
    private final View view;
    private final PostingLinks links;

    PostingsPage(Stock stock, Asked asked, PostingLinks links) {
        this.stock = stock;
        this.asked = asked;
        this.view = asked.view();
        this.links = links;
    }

    /** @throws IllegalArgumentException if the view names a group that its figures do not have */
    List<Html> page() {
        Group group = group();
        String after = view.value(Param.AFTER);
        Listing listing = stock.rows()
                .ids(
                        filter(group),
                        new PostingsOf(ofRows(group), told(), span()),
                        after == null ? null : Long.valueOf(after),
                        A_PAGE);
        Tag main = tag("main")
                .with("id", "main")
                .with("tabindex", "-1")
                .add(tag("h1").add(title()));
        main.add(
                tag("p").add(link(view.ofFigures().at("/"), Words.say("← Back to the figures"))),
                tag("p", "finding").add(subject(group)),
                tag("p", "source").add(count(listing)));
        if (!listing.ids().isEmpty()) {
            main.add(table(stock.postings(listing.ids())));
        }
        return List.of(tag("div", "one").add(main.add(pages(listing))));
    }

    static String title() {
        return Words.say("Postings");
    }

    /** What the postings are of, in a line. */
    private String subject(Group group) {
        List<String> parts = new ArrayList<>();
        parts.add(Names.site(filter(group).site(), !asked.madeUpSites().isEmpty()));
        if (!group.members().isEmpty()) {
            parts.add(Names.group(group));
        }
        if (view.values(Param.KEYWORD).isEmpty()) {
            filter(group).keywords().forEach(keyword -> parts.add(Names.value(Param.KEYWORD, keyword)));
        }
        view.ofFigures().chosen().forEach((param, values) -> {
            if (MainPage.isChip(param) && param != Param.SITE) {
                parts.add(Words.list(
                        values.stream().map(value -> Names.value(param, value)).toList()));
            }
        });
        told().forEach(told -> parts.add(Names.told(told)));
        Span span = span();
        if (span != null) {
            parts.add(
                    Double.isInfinite(span.below())
                            ? Words.say("midpoint from %,.0f", span.from())
                            : Words.say("midpoint from %,.0f to below %,.0f", span.from(), span.below()));
        }
        return String.join(" · ", parts);
    }

    private static String count(Listing listing) {
        if (listing.ids().isEmpty()) {
            return Words.say("No posting.");
        }
        return Words.say(
                "%,d to %,d of %,d, distinct by city, title and pay",
                listing.before() + 1, listing.before() + listing.ids().size(), listing.total());
    }

    private Group group() {
        List<Dimension> by = asked.question().by().dimensions();
        List<String> values = view.values(Param.GROUP);
        if (values.isEmpty()) {
            return Group.ALL;
        }
        if (values.size() != by.size()) {
            throw new IllegalArgumentException(Words.say(
                    "a group by %s has %d values, not %d",
                    FilterForm.words(asked.question().by()), by.size(), values.size()));
        }
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < by.size(); i++) {
            members.add(new Member(by.get(i), values.get(i)));
        }
        return new Group(members);
    }

    /** Of several sites that of the group, else the first. */
    private Filter filter(Group group) {
        Filter filter = asked.filter();
        for (Member member : group.members()) {
            if (member.dimension() == Dimension.SITE) {
                filter = asked.question().filters().stream()
                        .filter(each -> each.site().equals(member.value()))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(
                                Words.say("there are no figures of the board \"%s\" here", member.value())));
            }
        }
        for (Member member : group.members()) {
            if (member.dimension() == Dimension.KEYWORD) {
                filter = filter.of(List.of(member.value()));
            }
        }
        return filter;
    }

    /** Site and keyword are told by the filter. */
    private static Group ofRows(Group group) {
        return new Group(group.members().stream()
                .filter(member -> member.dimension() != Dimension.SITE && member.dimension() != Dimension.KEYWORD)
                .toList());
    }

    private Set<PayTold> told() {
        String told = view.value(Param.PAY);
        return told == null ? Set.of() : EnumSet.of(Param.told(told));
    }

    private @Nullable Span span() {
        String from = view.value(Param.FROM);
        String to = view.value(Param.TO);
        return from == null && to == null
                ? null
                : new Span(
                        from == null ? 0 : Long.parseLong(from),
                        to == null ? Double.POSITIVE_INFINITY : Long.parseLong(to),
                        view.basis());
    }

    private Html table(List<StoredRow> rows) {
        Tag head = tag("tr");
        Stream.of(
                        Words.say("Title"),
                        Words.say("Pay"),
                        Words.say("City"),
                        Words.say("Experience"),
                        Words.say("Education"),
                        Words.say("Company"),
                        Words.say("Last seen"))
                .forEach(name -> head.add(tag("th").with("scope", "col").add(name)));
        Tag body = tag("tbody");
        rows.forEach(row -> body.add(row(row)));
        return tag("div", "scroll")
                .with("role", "region")
                .with("tabindex", "0")
                .with("aria-label", title())
                .add(tag("table", "postings").add(tag("thead").add(head), body));
    }

    private Html row(StoredRow stored) {
        JobRow row = stored.row();
        String district = or(row.details().district());
        String city = Language.spoken().say(row.city(), EnglishNames.of(row.city()));
        return tag("tr")
                .add(
                        tag("th").with("scope", "row").with("lang", "zh-CN").add(titled(stored)),
                        cell(
                                row.pay().written().isEmpty()
                                        ? Words.say("not stated")
                                        : row.pay().written()),
                        cell(district.isEmpty() ? city : city + " · " + district),
                        cell(or(row.details().experience())),
                        cell(or(row.details().education())),
                        cell(or(row.details().company())),
                        cell(row.seen()
                                .last()
                                .substring(0, Math.min(10, row.seen().last().length()))));
    }

    private Html titled(StoredRow stored) {
        return stored.positionIds().stream()
                .map(id -> links.of(stored.row().site(), id))
                .flatMap(Optional::stream)
                .findFirst()
                .map(address -> outward(address, stored.row().title()))
                .orElseGet(() -> Html.text(stored.row().title()));
    }

    /** To the board, which is not told where from. */
    private static Html outward(URI address, String title) {
        if (!"https".equals(address.getScheme())) {
            return Html.text(title);
        }
        return tag("a").with("href", address.toString())
                .with("rel", "noreferrer external")
                .add(title);
    }

    private static Tag cell(String words) {
        return tag("td").add(words);
    }

    private static String or(@Nullable String told) {
        return told == null ? "" : told;
    }

    private Html pages(Listing listing) {
        Tag pages = tag("nav", "pages").with("aria-label", Words.say("Pages"));
        if (view.value(Param.AFTER) != null) {
            pages.add(link(view.with(Param.AFTER, List.of()).at("/postings"), Words.say("First page")));
        }
        Long next = listing.next();
        if (next != null) {
            long left = listing.total() - listing.before() - listing.ids().size();
            pages.add(link(
                            view.with(Param.AFTER, next.toString()).at("/postings"),
                            Words.say("Next page (%s more)", NumberFormats.count(left)))
                    .with("rel", "next"));
        }
        return pages;
    }
}

package paymap.chart.pictures;

import java.awt.Color;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import paymap.chart.draw.Palette;
import paymap.figures.Group;
import paymap.figures.Group.Member;
import paymap.job.City;
import paymap.job.ladder.Rung;

/** The colours of lines, of which there are at most as many as colours. */
public final class GroupColours {

    private GroupColours() {}

    /**
     * By what the group is called, so that it keeps its colour from report to report; of two with the same one, the first
     * in the order of tables has it, and the other one takes the next that is free.
     */
    static List<Color> of(List<Group> groups) {
        int most = Palette.CITIES.size();
        Map<Group, Color> chosen = new HashMap<>();
        groups.stream().sorted(Group.ORDER).forEach(group -> {
            int place = place(group, most);
            while (chosen.containsValue(Palette.CITIES.get(place % most))) {
                place++;
            }
            chosen.put(group, Palette.CITIES.get(place % most));
        });
        return groups.stream().map(chosen::get).map(Objects::requireNonNull).toList();
    }

    /** Those of {@link #of} where they are enough, and else one after the other again and again, as {@code #0072b2}. */
    public static List<String> repeated(List<Group> groups) {
        List<Color> all = Palette.CITIES;
        List<Color> colours = groups.size() <= all.size()
                ? of(groups)
                : IntStream.range(0, groups.size())
                        .mapToObj(i -> all.get(i % all.size()))
                        .toList();
        return colours.stream().map(GroupColours::hex).toList();
    }

    static String hex(Color colour) {
        return String.format(Locale.ROOT, "#%06x", colour.getRGB() & 0xffffff);
    }

    private static int place(Group group, int most) {
        if (group.members().isEmpty()) {
            return 0;
        }
        Member last = group.members().get(group.members().size() - 1);
        return switch (last.dimension()) {
            case CITY -> {
                int rank = City.rank(last.value());
                yield rank < City.KNOWN.size() ? rank : byName(last, most);
            }
            case EXPERIENCE, EDUCATION -> last.rung().map(Rung::ordinal).orElse(most - 1);
            case DISTRICT, KEYWORD, SITE, COMPANY -> byName(last, most);
        };
    }

    private static int byName(Member member, int most) {
        return Math.floorMod(member.value().hashCode(), most);
    }
}

package paymap.chart.draw;

import de.erichseifert.vectorgraphics2d.intermediate.commands.Command;
import de.erichseifert.vectorgraphics2d.intermediate.commands.SetHintCommand;
import java.util.List;
import paymap.markup.Markup;

/** The elements around what marks stand for: words at the pointer, and in a page that is served, links and stops. */
final class SvgMarks {

    /** With more, a page is heavy, and the pointer hardly tells one from the next. */
    static final int MOST_DOTS = 300;

    private final SvgWriter.Home home;
    private final boolean dots;
    private String end = "";

    private SvgMarks(SvgWriter.Home home, boolean dots) {
        this.home = home;
        this.dots = dots;
    }

    /** For a drawing; whether its dots are marks in a page that is served depends on how many there are. */
    static SvgMarks of(SvgWriter.Home home, List<Command<?>> commands) {
        long dots = commands.stream()
                .filter(command -> command instanceof SetHintCommand set
                        && set.getValue() instanceof Mark mark
                        && mark.reach() == Mark.Reach.POINTED)
                .count();
        return new SvgMarks(home, dots <= MOST_DOTS);
    }

    /** Opens an element whose title browsers show at the pointer; {@link Mark#END} closes it. */
    String of(Mark mark) {
        if (mark.equals(Mark.END)) {
            return end;
        }
        if (home == SvgWriter.Home.SERVED && mark.reach() == Mark.Reach.POINTED && !dots) {
            end = "";
            return "";
        }
        String start = home == SvgWriter.Home.SERVED ? served(mark) : "<g";
        boolean link = start.startsWith("<a");
        end = link ? "</a>\n" : "</g>\n";
        // What is not filled is pointed at, too: XChart's bar lies behind its outline.
        return start + (link ? ">" : " pointer-events=\"all\">") + "<title>" + Markup.escaped(mark.words())
                + "</title>\n";
    }

    private static String served(Mark mark) {
        String address = mark.address();
        boolean leads = address != null;
        String start = address == null ? "<g" : "<a href=\"" + Markup.escaped(address) + "\"";
        return start
                + switch (mark.reach()) {
                    case STOP -> (leads ? "" : " tabindex=\"0\" role=\"img\"") + label(mark);
                    case HEARD -> (leads ? " tabindex=\"-1\"" : " role=\"img\"") + label(mark);
                    case POINTED -> (leads ? " tabindex=\"-1\"" : "") + " aria-hidden=\"true\"";
                };
    }

    /** The title is its name where both are the same. */
    private static String label(Mark mark) {
        String name = mark.name();
        return name == null ? "" : " aria-label=\"" + Markup.escaped(name) + "\"";
    }
}

package paymap.torture.site;

import java.io.IOException;
import java.util.Set;

/**
 * One thing that a site does wrong.
 *
 * @param family what it is about: framing, cookies
 * @param name what it does, for the table
 * @param traits what may come of it by right
 * @param damage how the reply is sent
 */
public record Fault(String family, String name, Set<Trait> traits, Damage damage) {

    public enum Trait {
        /** The site tells something else as if it were the truth: rows may be others, fewer, or called all. */
        LIES,
        /** Said once it may end the crawl: a ban, a demand for a person. */
        FINAL,
        /** The whole site is to be left alone for a while: where it comes always, all cities wait in vain. */
        REFUSAL,
        /** On the way in it means that the site does not speak the era that was named. */
        NO_ERA,
        /** It keeps a client waiting for the time of a reply. */
        SLOW
    }

    /** Sends a damaged form of the reply; the connection is closed afterwards. */
    public interface Damage {
        void send(Asked asked, Good good, Line line) throws IOException;
    }

    /** A change of the reply, which is sent well formed. */
    public interface Change {
        Good of(Asked asked, Good good) throws IOException;
    }

    static Fault sent(String family, String name, Damage damage, Trait... traits) {
        return new Fault(family, name, Set.of(traits), damage);
    }

    public static Fault changed(String family, String name, Change change, Trait... traits) {
        return sent(
                family,
                name,
                (asked, good, line) -> line.send(change.of(asked, good).bytes()),
                traits);
    }

    /** A change of replies with rows; others stay as they are. */
    static Fault rows(String family, String name, Change change, Trait... traits) {
        return changed(
                family, name, (asked, good) -> asked.kind() == Asked.Kind.ROWS ? change.of(asked, good) : good, traits);
    }

    boolean is(Trait trait) {
        return traits.contains(trait);
    }
}

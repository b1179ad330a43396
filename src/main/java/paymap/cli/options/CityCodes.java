package paymap.cli.options;

import java.util.Iterator;
import paymap.job.City;

/** The shortest names of the cities that can be named, for help and completion. */
public final class CityCodes implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
        return City.KNOWN.stream().map(City::code).iterator();
    }
}

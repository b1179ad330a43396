package paymap.salary;

import java.util.Optional;
import paymap.salary.Salary.Flaw;

/** What speaks against reading a text as pay; {@code why} is one whole sentence for a person. */
record Doubt(Flaw flaw, String why) {

    static Optional<Doubt> of(Flaw flaw, String why) {
        return Optional.of(new Doubt(flaw, why));
    }
}

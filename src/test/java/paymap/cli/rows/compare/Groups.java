package paymap.cli.rows.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import paymap.figures.PayFigures;
import paymap.job.JobStore.PayGroup;

/** Groups of offers for sentences about them. */
final class Groups {

    private Groups() {}

    /**
     * A group by city.
     *
     * @param offers pay in thousands, each as {@code 12} or {@code 12x40} for 40 offers of it; {@code -} = undisclosed
     */
    static PayFigures of(String city, String offers) {
        List<PayGroup> lines = new ArrayList<>();
        Arrays.stream(offers.split(" ")).filter(offer -> !offer.isEmpty()).forEach(offer -> {
            String[] parts = offer.split("x");
            long rows = parts.length == 1 ? 1 : Long.parseLong(parts[1]);
            String pay = parts[0].equals("-") ? "面议" : parts[0] + "k-" + parts[0] + "k";
            lines.add(new PayGroup(city, pay, 0, rows, rows));
        });
        return PayFigures.of(lines).get(0);
    }
}

package paymap.site.sandbox.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** Things that are drawn more often the heavier they are. */
final class Weighted<T> {
    private final List<T> things = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();

    Weighted<T> add(double weight, T thing) {
        things.add(thing);
        weights.add(weight);
        return this;
    }

    T draw(Random random) {
        return draw(random, thing -> 1);
    }

    /** Draws after each weight was multiplied by what {@code tilt} says about its thing. */
    T draw(Random random, ToDoubleFunction<T> tilt) {
        return at(random.nextDouble(), tilt);
    }

    /** What stands at this place, from 0 to 1, when all stand in a row and are as wide as they are heavy. */
    T at(double place, ToDoubleFunction<T> tilt) {
        double[] upTo = new double[things.size()];
        double sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            sum += weights.get(i) * tilt.applyAsDouble(things.get(i));
            upTo[i] = sum;
        }
        double point = place * sum;
        int i = 0;
        while (i < upTo.length - 1 && point >= upTo[i]) {
            i++;
        }
        return things.get(i);
    }
}

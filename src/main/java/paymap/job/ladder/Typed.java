package paymap.job.ladder;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Steps by what a person types for them. */
final class Typed {

    private Typed() {}

    /** @param names what may be typed for a step beside its code, as {@link Plain} has it */
    static <R extends Rung> Optional<R> find(R[] ladder, Function<R, List<String>> names, String typed) {
        return Plain.of(typed)
                .flatMap(plain -> Arrays.stream(ladder)
                        .filter(rung ->
                                rung.code().equals(plain) || names.apply(rung).contains(plain))
                        .findFirst());
    }

    static boolean isUnstated(String typed) {
        return typed.strip().equalsIgnoreCase(Rung.UNSTATED);
    }

    /** As they are typed, by commas. */
    static String codes(Rung... ladder) {
        return Arrays.stream(ladder).map(Rung::code).collect(Collectors.joining(", "));
    }

    static String filters(Rung... ladder) {
        return codes(ladder) + ", " + Rung.UNSTATED;
    }
}

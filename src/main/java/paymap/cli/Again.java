package paymap.cli;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The command line, to be typed once more. */
final class Again {

    private Again() {}

    static String command(String... args) {
        return Arrays.stream(args)
                .filter(arg -> !arg.equals("--new-run"))
                .map(Again::quoted)
                .collect(Collectors.joining(" ", "paymap ", ""));
    }

    private static String quoted(String arg) {
        boolean plain = arg.matches("[\\p{L}\\p{N}_./:,=@%+-]+");
        return plain ? arg : "'" + arg.replace("'", "'\\''") + "'";
    }
}

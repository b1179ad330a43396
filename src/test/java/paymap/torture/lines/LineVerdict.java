package paymap.torture.lines;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import paymap.cli.Ran;
import paymap.torture.Told;

/** What a command line must end in: an exit code that scripts know, and where it is bad, one sentence. */
final class LineVerdict {

    private static final Set<Integer> EXITS = Set.of(0, 1, 2, 3, 130);

    private LineVerdict() {}

    /** What is wrong with how it ended, in words; empty = nothing. */
    static List<String> wrong(List<String> line, Ran ran) {
        List<String> wrong = new ArrayList<>(Told.wrong(ran.err()));
        boolean isForPrograms = line.contains("export") || line.contains("completion");
        if (!isForPrograms) {
            wrong.addAll(Told.wrong(ran.out()));
        }
        if (!EXITS.contains(ran.exitCode())) {
            wrong.add("exit code " + ran.exitCode());
        }
        if (ran.exitCode() == 2) {
            List<String> said = ran.err().lines().toList();
            if (!ran.out().isEmpty() && !line.contains("forget")) { // shows what would go, and asks for a yes
                wrong.add("bad input, and yet a result");
            }
            if (said.isEmpty() || said.size() > 3 || !said.get(0).startsWith("paymap: ")) {
                wrong.add("not one sentence");
            }
        }
        if (ran.exitCode() != 0 && ran.err().isBlank() && ran.out().isBlank()) {
            wrong.add("no word of why");
        }
        return wrong;
    }
}

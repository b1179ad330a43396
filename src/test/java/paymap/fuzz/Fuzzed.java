package paymap.fuzz;

/** What the fuzzer calls: once with the name of a target, then with one input after the other. */
public final class Fuzzed {

    private static Target target = Target.SALARY;

    private Fuzzed() {}

    /** @param args the name of a target */
    public static void fuzzerInitialize(String[] args) {
        target = Target.of(args[0]);
    }

    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        target.judge(input);
    }
}

package paymap.fuzz;

/** What the fuzzer calls: once with the name of a target, then with one input after the other. */
public final class Fuzzed {

    private static Target target = Target.SALARY;

    private Fuzzed() {}

    /** @param args the name of a target */
    public static void fuzzerInitialize(String[] args) throws Exception {
        target = Target.of(args[0]);
        target.judge(new byte[0]); // classes are instrumented as they are loaded, which is not the first input's fault
    }

    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        target.judge(input);
    }
}

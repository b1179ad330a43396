package paymap.cli.console;

import picocli.CommandLine.IVersionProvider;

/** Which paymap this is, and which Java runs it. */
public final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"paymap " + number(), "Java " + System.getProperty("java.version")};
    }

    /** E.g. {@code 1.2.0}; {@code development} where it does not run from the jar. */
    public static String number() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}

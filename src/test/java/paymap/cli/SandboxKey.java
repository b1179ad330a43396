package paymap.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import paymap.site.sandbox.SandboxSite;

/** The public key of the made-up site as a file, as a person hands it to a crawl. */
public final class SandboxKey {

    private SandboxKey() {}

    public static String in(Path folder) {
        try {
            return Files.writeString(folder.resolve("site.pem"), SandboxSite.publicKey())
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package paymap.markup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What a page has beside its words, such as a sheet of styles, as it was built in. */
public final class Bundled {

    private Bundled() {}

    /**
     * The text of a file.
     *
     * @param owner in whose folder of the build it lies
     * @param file its name there
     */
    public static String text(Class<?> owner, String file) {
        try (InputStream in = Objects.requireNonNull(owner.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package paymap.words;

import java.util.Locale;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Lets every test begin in English, whatever the machine and the test before it speak, and puts the machine's language back.
 * It is registered for all tests by the services of the test resources.
 */
public final class English implements BeforeEachCallback, AfterEachCallback {

    private static final Locale BEFORE = Locale.getDefault(Locale.Category.DISPLAY);

    @Override
    public void beforeEach(ExtensionContext context) {
        Language.ENGLISH.speak();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Locale.setDefault(Locale.Category.DISPLAY, BEFORE);
    }
}

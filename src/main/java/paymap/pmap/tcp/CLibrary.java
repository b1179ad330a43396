package paymap.pmap.tcp;

import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/** The sentences of the C library; loaded when the first is wanted, which takes a tenth of a second. */
final class CLibrary implements ConnectErrors.ErrorTexts {

    @Override
    public String of(int number) {
        try {
            Pointer text = C.strerror(number);
            // The JDK reads them with this encoding too.
            return text == null ? "" : text.getString(0, System.getProperty("sun.jnu.encoding", "UTF-8"));
        } catch (UnsatisfiedLinkError | NoClassDefFoundError e) {
            return ""; // a system that the library was not built for
        }
    }

    private static final class C {
        static {
            Native.register(C.class, Platform.C_LIBRARY_NAME);
        }

        static native @Nullable Pointer strerror(int number);
    }
}

package paymap.pmap.tcp;

import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;

/** The sentences that the C library has for its error numbers. */
final class CLibrary {

    private static final boolean LOADED = load();

    private CLibrary() {}

    /** In the language of this user, as the JDK puts them into exceptions; empty where the library cannot be asked. */
    static String errorText(int number) {
        if (!LOADED) {
            return "";
        }
        Pointer text = strerror(number);
        String charset = System.getProperty("sun.jnu.encoding", "UTF-8"); // the JDK decodes them with it
        return text == null ? "" : text.getString(0, charset);
    }

    private static boolean load() {
        try {
            Native.register(CLibrary.class, Platform.C_LIBRARY_NAME);
            return true;
        } catch (UnsatisfiedLinkError | NoClassDefFoundError e) {
            return false; // a system that the library was not built for
        }
    }

    private static native Pointer strerror(int number);
}

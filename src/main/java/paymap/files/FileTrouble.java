package paymap.files;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;
import paymap.words.Words;

/** Why a file cannot be used, in words that may follow "cannot write to X: ". Never the name of a Java class. */
public final class FileTrouble {

    private FileTrouble() {}

    /** Of a file that was to be written. */
    public static String writing(IOException e) {
        return e instanceof NoSuchFileException
                ? Words.say("its folder is not there")
                : e instanceof AccessDeniedException ? Words.say("you may not write there") : said(e);
    }

    /** Of a file that was to be read. */
    public static String reading(IOException e) {
        if (e instanceof CharacterCodingException) {
            return Words.say("it is not UTF-8 text");
        }
        return e instanceof NoSuchFileException
                ? Words.say("it is not there")
                : e instanceof AccessDeniedException ? Words.say("you may not read it") : said(e);
    }

    /** The system's own words, e.g. "No space left on device". A file system's exception puts the path before them. */
    private static String said(IOException e) {
        @Nullable String said = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
        return said == null || said.isBlank() ? Words.say("the system does not say why") : said;
    }
}

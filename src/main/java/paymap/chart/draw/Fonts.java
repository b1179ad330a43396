package paymap.chart.draw;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * The fonts that charts bring along: Noto Sans SC, which draws Chinese on a machine without any font. Must be loaded
 * before anything else of AWT is used. Not for several threads at once.
 */
public final class Fonts implements AutoCloseable {

    static final String REGULAR = "NotoSansSC-Regular.ttf";
    static final String BOLD = "NotoSansSC-Bold.ttf";

    /** Read by the JDK's own font start-up (seen in 17 and 25); with it neither fontconfig nor a font is needed. */
    private static final String FONTCONFIG_PROPERTY = "sun.awt.fontconfig";

    private static final String FONTCONFIG = """
            version=1
            sequence.allfonts=default
            %sfilename.paymap=%s
            """;

    /** A server that runs for long must not grow. */
    private static final int MOST_KEPT = 4000;

    private static final int LONGEST_KEPT = 200;

    /** What is measured once. */
    private record Line(TextStyle style, String text) {}

    private final Path folder;
    private final Map<TextStyle, Font> fonts = new EnumMap<>(TextStyle.class);

    /** A picture is painted anew for each format, and each time asks how wide the same words are. */
    private final Map<Line, Double> widths = new ConcurrentHashMap<>();

    private final Set<String> missing = new ConcurrentSkipListSet<>();

    private Fonts(Path folder, Font regular, Font bold) {
        this.folder = folder;
        for (TextStyle style : TextStyle.values()) {
            fonts.put(style, (style.isBold() ? bold : regular).deriveFont(style.size()));
        }
    }

    /**
     * Makes AWT ready and reads the fonts.
     *
     * @throws CannotDraw if this machine's Java cannot draw text at all, with the remedy as a sentence
     */
    public static Fonts load() throws CannotDraw {
        System.setProperty("java.awt.headless", "true");
        try {
            Path folder = Files.createTempDirectory("paymap-fonts");
            copy(REGULAR, folder);
            copy(BOLD, folder);
            if (isLinux() && System.getProperty(FONTCONFIG_PROPERTY) == null) {
                Path config = folder.resolve("fontconfig.properties");
                Files.writeString(config, fontconfig(folder.resolve(REGULAR)));
                System.setProperty(FONTCONFIG_PROPERTY, config.toString());
            }
            return new Fonts(folder, font(folder, REGULAR), font(folder, BOLD));
        } catch (IOException e) {
            throw new UncheckedIOException("the fonts cannot be unpacked into the folder for temporary files", e);
        } catch (FontFormatException | LinkageError | InternalError e) {
            throw CannotDraw.because(e);
        }
    }

    Font of(TextStyle style) {
        return fonts.getOrDefault(style, new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    }

    /** How wide a text is, in pixels of a picture. */
    public double width(String text, TextStyle style) {
        if (text.length() > LONGEST_KEPT) {
            return measured(text, style);
        }
        if (widths.size() >= MOST_KEPT) {
            widths.clear();
        }
        return widths.computeIfAbsent(new Line(style, text), line -> measured(text, style));
    }

    private double measured(String text, TextStyle style) {
        // Not by the font's own metrics: Java keeps those for equal fonts, also of an earlier load whose files are
        // gone,
        // and then measures nothing for letters it did not read before (seen in 17, from the eleventh load on).
        return of(style).createGlyphVector(context(), text).getLogicalBounds().getWidth();
    }

    /** The measure of text that is neither hinted nor rounded: the same at any scale. */
    static FontRenderContext context() {
        return new FontRenderContext(null, true, true);
    }

    /** The text with a question mark for what the font cannot show; see {@link #missing()}. */
    public String drawable(String text) {
        if (of(TextStyle.LABEL).canDisplayUpTo(text) == -1) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> {
            boolean known = of(TextStyle.LABEL).canDisplay(c);
            shown.appendCodePoint(known ? c : '?');
            if (!known) {
                missing.add(String.format("U+%04X", c));
            }
        });
        return shown.toString();
    }

    /** The characters that were asked for and could not be drawn, as {@code U+1F600}. */
    public List<String> missing() {
        return new ArrayList<>(missing);
    }

    @Override
    public void close() {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // A leftover in the folder for temporary files is no reason to fail.
        }
    }

    static InputStream resource(String name) {
        InputStream in = Fonts.class.getResourceAsStream("fonts/" + name);
        if (in == null) {
            throw new IllegalStateException("the font " + name + " is missing in this build");
        }
        return in;
    }

    private static void copy(String name, Path folder) throws IOException {
        try (InputStream in = resource(name)) {
            Files.copy(in, folder.resolve(name));
        }
    }

    private static Font font(Path folder, String name) throws IOException, FontFormatException {
        // From a file, not a stream: a stream leaves a copy behind until the process ends.
        return Font.createFont(Font.TRUETYPE_FONT, folder.resolve(name).toFile());
    }

    /** Only there does Java need fontconfig; other systems always have fonts. */
    private static boolean isLinux() {
        return System.getProperty("os.name", "").contains("Linux");
    }

    /** @param font with its whole path: a bare name is looked for in the folder that Java was started in */
    private static String fontconfig(Path font) {
        StringBuilder lines = new StringBuilder();
        for (String family : List.of("dialog", "sansserif", "serif", "monospaced", "dialoginput")) {
            for (String style : List.of("plain", "bold", "italic", "bolditalic")) {
                lines.append(family).append('.').append(style).append(".default=paymap\n");
            }
        }
        return FONTCONFIG.formatted(lines, font.toAbsolutePath());
    }
}

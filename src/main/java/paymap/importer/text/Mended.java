package paymap.importer.text;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Chinese that some program took for Western text and saved again as UTF-8: Ö°Î» for 职位 (bytes of GBK), or èŒä½ (bytes of
 * UTF-8). Each character is one byte of the text that was meant, as windows-1252 or ISO 8859-1 has it.
 */
final class Mended {

    private static final int HEAD = 1 << 16;

    /** Fewer foreign letters may be anything. */
    private static final int FEWEST = 6;

    private static final Map<Character, Byte> BYTES = bytes();

    private Mended() {}

    /** A copy as it was meant, if a file is broken so, which is then closed; else the file itself. */
    static Source of(Source source) throws IOException {
        String head;
        try (InputStream in = source.open()) {
            head = decoded(StandardCharsets.UTF_8, in.readNBytes(HEAD));
        } catch (IOException e) {
            return source; // whoever reads it tells
        }
        if (!isBroken(head)) {
            return source;
        }
        try (source) {
            return Source.copied(source.name(), out -> mend(source, out));
        }
    }

    /** Whether a text is made of such bytes: they stand side by side, unlike the accents of Western words, and are Chinese. */
    static boolean isBroken(String text) {
        byte[] meant = new byte[text.length()];
        int length = 0;
        int foreign = 0;
        int alone = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            Byte as = BYTES.get(c);
            if (as == null && c != '\uFEFF') {
                return false;
            }
            if (as != null) {
                meant[length++] = as;
            }
            if (c >= 0x80 && as != null) {
                foreign++;
                boolean before = i > 0 && text.charAt(i - 1) >= 0x80;
                boolean after = i + 1 < text.length() && text.charAt(i + 1) >= 0x80;
                alone += before || after ? 0 : 1;
            }
        }
        byte[] bytes = java.util.Arrays.copyOf(meant, length);
        return foreign >= FEWEST
                && alone * 10 <= foreign
                && (isChinese(decoded(StandardCharsets.UTF_8, bytes)) || isChinese(decoded(Encoding.GB18030, bytes)));
    }

    /** Of what is not ASCII: without a broken character, and mostly Han. */
    private static boolean isChinese(String text) {
        long foreign = text.chars().filter(c -> c >= 0x80).count();
        long han = text.chars().filter(Character::isIdeographic).count();
        return text.indexOf('\uFFFD') < 0 && han * 10 >= foreign * 7 && han > 1;
    }

    /** A head may end in the middle of a character: what is left over of it is dropped. */
    private static String decoded(Charset charset, byte[] bytes) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        CharBuffer text = CharBuffer.allocate(bytes.length + 1);
        decoder.decode(ByteBuffer.wrap(bytes), text, false);
        return text.flip().toString();
    }

    private static void mend(Source source, OutputStream to) throws IOException {
        OutputStream out = new BufferedOutputStream(to);
        Reader in = new InputStreamReader(source.open(), StandardCharsets.UTF_8);
        char[] buffer = new char[HEAD];
        for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
            for (int i = 0; i < n; i++) {
                Byte as = BYTES.get(buffer[i]);
                if (as != null) {
                    out.write(as);
                } else if (buffer[i] != '\uFEFF') {
                    out.write('?');
                }
            }
        }
        out.flush();
    }

    private static Map<Character, Byte> bytes() {
        Map<Character, Byte> bytes = new HashMap<>();
        for (int b = 0; b < 0x100; b++) {
            bytes.put((char) b, (byte) b);
        }
        Charset western = Charset.forName("windows-1252");
        for (int b = 0x80; b < 0xA0; b++) {
            char c = new String(new byte[] {(byte) b}, western).charAt(0);
            if (c != '\uFFFD') {
                bytes.put(c, (byte) b);
            }
        }
        return Map.copyOf(bytes);
    }
}

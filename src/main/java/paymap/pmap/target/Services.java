package paymap.pmap.target;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;
import paymap.words.Words;

/**
 * What usually listens on a TCP port: the system's own table where it has one, and a table of ours for what that
 * does not name. A name says nothing about what really listens.
 */
public final class Services {

    /** Where Unix systems keep it. */
    public static final Path SYSTEM = Path.of("/etc/services");

    private static final String BUNDLED = "services.txt";

    private final Path system;
    private @Nullable Map<Integer, String> names;
    private @Nullable Map<String, Integer> ports;

    /** @param system a file in the form of {@code /etc/services}; it need not exist. Read when first asked. */
    public Services(Path system) {
        this.system = system;
    }

    /** The usual service of a port; null = none is known. */
    public @Nullable String name(int port) {
        return read().get(port);
    }

    /** @throws IllegalArgumentException if no service of this name or alias is known */
    int port(String name) {
        read();
        Integer port = ports == null ? null : ports.get(name.toLowerCase(Locale.ROOT));
        if (port == null) {
            throw new IllegalArgumentException(Words.say(
                    "no port and no known service: \"%s\"; ports are numbers from 1 to 65535, ranges a-b,"
                            + " names such as ssh, or - for all",
                    name));
        }
        return port;
    }

    private Map<Integer, String> read() {
        if (names != null) {
            return names;
        }
        Map<Integer, String> found = new HashMap<>();
        Map<String, Integer> byName = new HashMap<>();
        if (Files.isReadable(system)) {
            try (InputStream in = Files.newInputStream(system)) {
                add(in, found, byName);
            } catch (IOException e) {
                found.clear(); // a table of names that cannot be read is as good as none
            }
        }
        try (InputStream in = Services.class.getResourceAsStream(BUNDLED)) {
            add(in, found, byName);
        } catch (IOException e) {
            throw new IllegalStateException("the table of services in the jar cannot be read", e);
        }
        ports = byName;
        names = found;
        return found;
    }

    private static void add(@Nullable InputStream in, Map<Integer, String> names, Map<String, Integer> ports)
            throws IOException {
        if (in == null) {
            return;
        }
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            int comment = line.indexOf('#');
            StringTokenizer words = new StringTokenizer(comment < 0 ? line : line.substring(0, comment));
            if (words.countTokens() < 2) {
                continue;
            }
            String name = words.nextToken();
            String where = words.nextToken();
            if (where.endsWith("/tcp")) {
                add(name, where, words, names, ports);
            }
        }
    }

    private static void add(
            String name,
            String where,
            StringTokenizer aliases,
            Map<Integer, String> names,
            Map<String, Integer> ports) {
        int port = number(where, where.length() - "/tcp".length());
        if (port < 1 || port > Ports.HIGHEST) {
            return; // a line that is no service
        }
        names.putIfAbsent(port, name);
        ports.putIfAbsent(name.toLowerCase(Locale.ROOT), port);
        while (aliases.hasMoreTokens()) {
            ports.putIfAbsent(aliases.nextToken().toLowerCase(Locale.ROOT), port);
        }
    }

    private static int number(String text, int end) {
        int number = 0;
        for (int i = 0; i < end && number <= Ports.HIGHEST; i++) {
            int digit = text.charAt(i) - '0';
            number = digit < 0 || digit > 9 ? Integer.MAX_VALUE / 16 : number * 10 + digit;
        }
        return number;
    }
}

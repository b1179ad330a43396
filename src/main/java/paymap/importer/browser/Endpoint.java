package paymap.importer.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import paymap.words.Words;

/**
 * Where a browser of this machine can be listened to.
 *
 * @param port on loopback
 * @param path of its WebSocket
 */
public record Endpoint(int port, String path) {

    private static final int LONGEST_ANSWER = 64 << 10;

    /** Whatever is said around it: another host, or a page instead of the browser, is not gone to. */
    private static final String PATH = "/devtools/browser/[A-Za-z0-9-]{1,100}";

    private static final Pattern TOLD =
            Pattern.compile("\"webSocketDebuggerUrl\":\\s*\"ws://[^/\"]{1,100}(" + PATH + ")\"");

    URI socket() {
        return URI.create("ws://127.0.0.1:" + port + path);
    }

    /**
     * Asks a browser that was started with a debugging port.
     *
     * @throws BrowserTrouble if nobody listens there, or somebody else does
     */
    public static Endpoint at(int port) throws BrowserTrouble, InterruptedException {
        String answer;
        try {
            answer = ask(port);
        } catch (ConnectException e) {
            throw new BrowserTrouble(Words.say(
                    "nobody listens at port %d of this machine; start the browser with --remote-debugging-port=%d and a"
                            + " --user-data-dir of its own",
                    port, port));
        } catch (IOException e) {
            answer = ""; // whoever listens there hangs up, keeps silent, or speaks something else
        }
        Matcher told = TOLD.matcher(answer);
        if (!told.find()) {
            throw new BrowserTrouble(Words.say(
                    "what listens at port %d of this machine is no browser that can be read along with", port));
        }
        return new Endpoint(port, told.group(1));
    }

    private static String ask(int port) throws IOException, InterruptedException {
        HttpClient client = Line.client();
        HttpRequest version = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/version"))
                .timeout(Limits.ANSWER)
                .build();
        HttpResponse<InputStream> answer = client.send(version, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            return new String(body.readNBytes(LONGEST_ANSWER), UTF_8);
        }
    }

    /** What a browser has written into its profile; empty = it has not yet, or not to its end. */
    static Optional<Endpoint> of(Path profile) {
        try {
            Path file = profile.resolve("DevToolsActivePort");
            if (!Files.isRegularFile(file) || Files.size(file) > LONGEST_ANSWER) {
                return Optional.empty();
            }
            List<String> lines = Files.readString(file).lines().toList();
            boolean whole = lines.size() == 2
                    && lines.get(0).matches("\\d{1,5}")
                    && lines.get(1).matches(PATH);
            return whole ? Optional.of(new Endpoint(Integer.parseInt(lines.get(0)), lines.get(1))) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}

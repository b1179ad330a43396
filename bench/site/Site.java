import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import paymap.site.sandbox.LoggedRequest;
import paymap.site.sandbox.SandboxOptions;
import paymap.site.sandbox.SandboxOptions.Era;
import paymap.site.sandbox.SandboxOptions.RateLimit;
import paymap.site.sandbox.SandboxSite;

/**
 * The sandbox as the site of a contest, in a process of its own: what clients claim of their requests is counted here
 * instead. {@code java -cp target/paymap.jar bench/site/Site.java LOG [era=classic] [limit=5 burst=8 anger=3] [session=12]
 * [latency=50] [fault=500:0.05]}; prints its address, and when standard input ends writes a line a request into LOG:
 * milliseconds, kind, city and target, page, by tabs.
 */
public final class Site {
    private Site() {}

    public static void main(String[] args) throws Exception {
        Map<String, String> told = Arrays.stream(args)
                .skip(1)
                .map(word -> word.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        try (SandboxSite site = SandboxSite.start(options(told))) {
            System.out.println(site.uri());
            while (System.in.read() >= 0) {
                // until whoever started it closes this, or is gone
            }
            try (PrintWriter log = new PrintWriter(Files.newBufferedWriter(Path.of(args[0]), StandardCharsets.UTF_8))) {
                site.log().forEach(request -> log.println(line(request)));
            }
        }
    }

    private static SandboxOptions options(Map<String, String> told) {
        SandboxOptions options = SandboxOptions.defaults()
                .withEra(Era.valueOf(told.getOrDefault("era", "classic").toUpperCase(java.util.Locale.ROOT)))
                .withSessionPages(Integer.parseInt(told.getOrDefault("session", "0")))
                .withLatency(Duration.ofMillis(Long.parseLong(told.getOrDefault("latency", "0"))))
                .withFaults(told.getOrDefault("fault", ""));
        if (!told.containsKey("limit")) {
            return options;
        }
        return options.withLimit(new RateLimit(
                Double.parseDouble(told.get("limit")),
                Integer.parseInt(told.getOrDefault("burst", "1")),
                Duration.ofSeconds(Long.parseLong(told.getOrDefault("anger", "3")))));
    }

    private static String line(LoggedRequest request) {
        return String.join(
                "\t",
                Long.toString(request.at().toEpochMilli()),
                request.kind().name(),
                request.method() + " " + request.target(),
                request.form().getOrDefault("pn", ""));
    }
}

package paymap.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.CommandFailed;
import paymap.cli.console.Exit;
import paymap.cli.console.Terminal;
import paymap.files.AtomicFile;
import paymap.files.FileTrouble;
import paymap.pace.Rate;
import paymap.site.sandbox.LoggedRequest;
import paymap.site.sandbox.SandboxOptions;
import paymap.site.sandbox.SandboxSite;
import paymap.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the made-up site for anybody's client. */
@Command(
        name = "sandbox",
        description = "Run a made-up job site on 127.0.0.1 until Ctrl-C: Lagou's protocol, or another board's lists.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "All its postings, companies and people are made up.",
            "",
            "Examples:",
            "  paymap sandbox --port 8080",
            "  paymap sandbox --port 8080 --limit 4/s --burst 8 --session-pages 12",
            "  paymap sandbox --port 8080 --public-key site.pem --secret-life 60",
            "  paymap sandbox --port 8080 --era rendered --fault 500:0.05,reset:0.03",
            "  paymap sandbox --port 8080 --board boss --logged-out --refuse 1"
        })
final class SandboxCommand implements Callable<Integer> {

    private final Terminal terminal;

    /** Of Lagou's protocol: no other board has the like. */
    private static final List<String> OF_LAGOU =
            List.of("--eras", "--secret-life", "--public-key", "--when-too-fast", "--session-pages");

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--board",
            paramLabel = "NAME",
            description = "Whose lists it serves, for a browser: lagou, boss, zhilian, 51job, liepin; default:"
                    + " ${DEFAULT-VALUE}, for programs too.")
    private String board = "lagou";

    @Option(
            names = "--logged-out",
            description = "With boss and zhilian: as visitors see it who are not logged in; boss then tells no pay, and"
                    + " the page of zhilian masks it.")
    private boolean loggedOut;

    @Option(
            names = "--refuse",
            arity = "0..1",
            fallbackValue = "2147483647",
            paramLabel = "N",
            description = "Of another board than lagou, refuse the first N lists with its own check; without N all.")
    private @Nullable Integer refuse;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "1 to 65535, 0 = any free one; default: ${DEFAULT-VALUE}.")
    private int port = 8080;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Other postings for another number; default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = {"--eras", "--era"},
            paramLabel = "ERAS",
            hideParamSyntax = true,
            split = ",",
            description = "The protocols it speaks, by commas: encrypted (since 2022), rendered (since 2021), classic"
                    + " (2016-2020); default: all of them.")
    private Set<SandboxOptions.Era> eras = EnumSet.allOf(SandboxOptions.Era.class);

    @Option(
            names = "--secret-life",
            paramLabel = "SECONDS",
            description = "How long a secret of the encrypted era is good for; default: ${DEFAULT-VALUE}, a day.")
    private double secretLife = 86_400;

    @Option(
            names = "--public-key",
            paramLabel = "FILE",
            description =
                    "Write the site's public key there as PEM, for a client's --site-key; its IV, for --site-iv, is "
                            + SandboxSite.IV + ".")
    private @Nullable Path publicKey;

    @Option(names = "--limit", paramLabel = "RATE", description = "The most it takes, e.g. 4/s; default: no limit.")
    private @Nullable String limit;

    @Option(
            names = "--burst",
            paramLabel = "N",
            description = "Requests that may come at once within the limit; default: ${DEFAULT-VALUE}.")
    private int burst = 8;

    @Option(
            names = "--anger",
            paramLabel = "SECONDS",
            description = "How long it refuses everything once the limit was passed; default: ${DEFAULT-VALUE}.")
    private double anger = 3;

    @Option(
            names = "--when-too-fast",
            paramLabel = "ANSWER",
            description = "What it answers then: ${COMPLETION-CANDIDATES}.")
    private SandboxOptions.WhenTooFast whenTooFast = SandboxOptions.WhenTooFast.STATE_2402;

    @Option(
            names = "--session-pages",
            paramLabel = "N",
            description = "Pages a session is good for; 0 = no end, the default.")
    private int sessionPages;

    @Option(names = "--latency", paramLabel = "MS", description = "Milliseconds before each answer; default: 0.")
    private int latency;

    @Option(
            names = "--fault",
            paramLabel = "FAULTS",
            description =
                    "Faults with their share of requests, by commas, e.g. 500:0.05,reset:0.03; there are 500, reset,"
                            + " cut, html, empty, oversize, page1 (page1:4 = page 1 again after page 4) and nocookie.")
    private String faults = "";

    @Option(
            names = "--postings",
            paramLabel = "N",
            description = "Postings a city; default: ${DEFAULT-VALUE}, of which 450 are shown.")
    private int postings = SandboxOptions.defaults().postings();

    @Option(
            names = "--log",
            description = "After the address, print each request as a line of JSON: number, at, method, target, form"
                    + " and kind, which is what became of it.")
    private boolean log;

    SandboxCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        SandboxOptions options = options();
        if (publicKey != null) {
            write(publicKey);
        }
        PrintStream data = terminal.data();
        Consumer<LoggedRequest> listener = log ? request -> data.println(request.json()) : request -> {};
        try (SandboxSite site = SandboxSite.start(options, InstantSource.system(), listener)) {
            terminal.err()
                    .println(Words.say(
                            "Made-up job site at %s (%s); all its data is invented. Ctrl-C ends it.",
                            site.uri(), spokenWords(options)));
            terminal.out().println(site.uri());
            new CountDownLatch(1).await(); // until a signal ends the process
            return Exit.COMPLETE;
        } catch (IOException e) {
            throw new CommandFailed(Words.say("cannot listen on 127.0.0.1:%d: %s", port, e.getMessage()), e);
        }
    }

    private static void write(Path file) {
        try (AtomicFile key = AtomicFile.at(file)) {
            key.writer().write(SandboxSite.publicKey());
            key.commit();
        } catch (IOException e) {
            throw new CommandFailed(Words.say("cannot write to %s: %s", file, FileTrouble.writing(e)), e);
        }
    }

    private static SandboxOptions.Board board(String word) {
        SandboxOptions.Board[] all = SandboxOptions.Board.values();
        return Arrays.stream(all)
                .filter(board -> board.word().equalsIgnoreCase(word.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(Words.say(
                        "unknown board \"%s\"; allowed: %s",
                        word.strip(),
                        Words.list(Arrays.stream(all)
                                .map(SandboxOptions.Board::word)
                                .toList()))));
    }

    /** @throws IllegalArgumentException if an option was typed that says nothing of this board */
    private void checkThatAllFit(SandboxOptions.Board of) {
        if (of != SandboxOptions.Board.LAGOU) {
            OF_LAGOU.stream().filter(this::isTyped).findFirst().ifPresent(option -> {
                throw new IllegalArgumentException(
                        Words.say("%s is of Lagou's protocol and means nothing with --board %s", option, of.word()));
            });
        } else if (refuse != null) {
            throw new IllegalArgumentException(Words.say("--refuse needs another board than lagou, e.g. --board boss"));
        }
        if (loggedOut && !of.hidesPay()) {
            throw new IllegalArgumentException(
                    Words.say("--logged-out needs --board boss or --board zhilian: only these hide pay"));
        }
    }

    private boolean isTyped(String option) {
        return spec != null && spec.commandLine().getParseResult().hasMatchedOption(option);
    }

    private String spokenWords(SandboxOptions options) {
        return options.board() == SandboxOptions.Board.LAGOU
                ? eraWords()
                : Words.say("board %s", options.board().word());
    }

    private String eraWords() {
        String names = Words.list(Arrays.stream(SandboxOptions.Era.values())
                .filter(eras::contains)
                .map(era -> era.name().toLowerCase(Locale.ROOT))
                .toList());
        return eras.size() == 1 ? Words.say("%s era", names) : Words.say("%s eras", names);
    }

    private SandboxOptions options() {
        SandboxOptions.Board of = board(board);
        checkThatAllFit(of);
        Rate rate = limit == null ? Rate.MAX : Rate.of(limit);
        SandboxOptions.RateLimit bucket = rate.unlimited()
                ? null
                : new SandboxOptions.RateLimit(
                        1e9 / rate.interval().toNanos(), burst, Duration.ofMillis(Math.round(anger * 1000)));
        return SandboxOptions.defaults()
                .withPort(port)
                .withSeed(seed)
                .withEras(eras)
                .withSecretLife(Duration.ofMillis(Math.round(secretLife * 1000)))
                .withLimit(bucket)
                .withWhenTooFast(whenTooFast)
                .withSessionPages(sessionPages)
                .withLatency(Duration.ofMillis(latency))
                .withFaults(faults)
                .withPostings(postings)
                .withBoard(of)
                .withLoggedIn(!loggedOut)
                .withRefusals(refuse == null ? 0 : refuse);
    }
}

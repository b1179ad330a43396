package paymap.cli.crawl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.cli.Db;
import paymap.cli.Ran;
import paymap.cli.SandboxKey;
import paymap.site.sandbox.LoggedRequest;
import paymap.site.sandbox.SandboxOptions;
import paymap.site.sandbox.SandboxOptions.Era;
import paymap.site.sandbox.SandboxOptions.RateLimit;
import paymap.site.sandbox.SandboxOptions.WhenTooFast;
import paymap.site.sandbox.SandboxSite;

/** Which era a crawl speaks, what it costs to find out, and what is remembered of it. */
class EraTest {

    @TempDir
    Path folder;

    // ---- the same data ----

    @ParameterizedTest
    @CsvSource({"encrypted, 1", "encrypted, 8", "rendered, 1", "rendered, 8", "classic, 1", "classic, 8", "auto, 8"})
    void theSandboxGivesTheSameRowsInEachEraWithAnyThreads(String era, int threads) throws Exception {
        Ran expected = paymap("--cities", "bj,sh,gz,sz", "--site", "sandbox", "--era", "classic");
        assertEquals(0, expected.exitCode(), expected.err());
        List<String> rows = rows();
        Files.delete(db());

        Ran ran = paymap("--cities", "bj,sh,gz,sz", "--site", "sandbox", "--era", era, "-n", "" + threads);

        assertEquals(0, ran.exitCode(), ran.err());
        assertEquals(400, rows.size());
        assertEquals(rows, rows());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void noRenderedPageIsAskedForTwice(int threads) throws Exception {
        try (SandboxSite site = start(Era.RENDERED)) {
            String address = site.uri().toString();
            Ran ran = paymap(
                    "--cities",
                    "bj,sh,gz,sz",
                    "--site",
                    address,
                    "--rate",
                    "max",
                    "--era",
                    "rendered",
                    "-n",
                    "" + threads);

            assertEquals(0, ran.exitCode(), ran.err());
            List<String> targets =
                    site.log().stream().map(LoggedRequest::target).toList();
            assertEquals(new HashSet<>(targets).size(), targets.size(), targets.toString());
            assertEquals(0, site.counters().refused());
            assertTrue(site.counters().sessions() >= 4, site.counters().toString());
        }
    }

    // ---- auto ----

    @ParameterizedTest
    @CsvSource({"ENCRYPTED, 0", "CLASSIC, 1", "RENDERED, 1"})
    void findingTheEraCostsOneRefusedAgreementAtMostAndNothingLater(Era era, int extra) throws Exception {
        try (SandboxSite site = start(era)) {
            Ran first = era == Era.ENCRYPTED ? crawl(site, "--verbose") : keyless(site, "--verbose");
            assertEquals(0, first.exitCode(), first.err());
            List<String> paths = paths(site, 0);
            assertEquals("/robots.txt", paths.get(0));
            assertEquals("/system/agreement", paths.get(1));
            assertEquals(1, count(paths, "/system/agreement"));
            assertEquals(extra, first.err().contains("did not serve") ? 1 : 0, first.err());
            assertTrue(first.err().contains("rows come in the " + word(era) + " era\n"), first.err());
            assertEquals(List.of(name(site) + "|era|" + word(era)), notes());

            int before = site.log().size();
            Ran second = era == Era.ENCRYPTED
                    ? crawl(site, "--verbose", "--new-run")
                    : keyless(site, "--verbose", "--new-run");
            assertEquals(0, second.exitCode(), second.err());
            List<String> later = paths(site, before);
            assertEquals(era == Era.ENCRYPTED ? 1 : 0, count(later, "/system/agreement"));
            assertEquals(paths.size() - extra - (era == Era.RENDERED ? 1 : 0), later.size());
            assertEquals(
                    era != Era.ENCRYPTED,
                    second.err()
                            .contains("the " + word(era)
                                    + " era served the last crawl of this site and is tried first\n"),
                    second.err());
            assertEquals(0, site.counters().refused());
        }
    }

    @Test
    void verboseTellsWhyTheEncryptedEraWasLeft() throws Exception {
        try (SandboxSite site = start(Era.CLASSIC)) {
            assertTrue(keyless(site, "--verbose")
                    .err()
                    .contains("the encrypted era did not serve (HTTP 405 in place of an agreement); next comes the list"
                            + " page, which shows the era\n"));
            assertEquals("", keyless(site, "--new-run").err(), "without --verbose nothing is told");
        }
    }

    @ParameterizedTest
    @CsvSource({"ENCRYPTED, CLASSIC", "ENCRYPTED, RENDERED", "RENDERED, CLASSIC"})
    void aRememberedEraThatWorksNoMoreIsForgottenAndTheOthersAreTried(Era before, Era after) throws Exception {
        int port;
        try (SandboxSite site = start(before)) {
            port = site.uri().getPort();
            assertEquals(0, crawl(site).exitCode());
            assertEquals(List.of(name(site) + "|era|" + word(before)), notes());
        }
        try (SandboxSite site =
                SandboxSite.start(SandboxOptions.defaults().withEra(after).withPort(port))) {
            Ran ran = keyless(site, "--new-run", "--verbose");

            assertEquals(0, ran.exitCode(), ran.err());
            assertEquals(List.of(name(site) + "|era|" + word(after)), notes());
            assertTrue(ran.err().contains("did not serve"), ran.err());
        }
    }

    @Test
    void anEraThatIsForgottenIsGoneFromTheDatabaseEvenIfNoOtherWorks() throws Exception {
        int port;
        try (SandboxSite site = start(Era.ENCRYPTED)) {
            port = site.uri().getPort();
            crawl(site);
        }
        try (SandboxSite site = SandboxSite.start(SandboxOptions.defaults()
                .withEra(Era.CLASSIC)
                .withPort(port)
                .withWhenTooFast(WhenTooFast.HTTP_429)
                .withLimit(new RateLimit(0.001, 1, Duration.ofHours(1))))) {
            keyless(site, "--new-run", "--max-wait", "1s");
            assertEquals(List.of(), notes());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = WhenTooFast.class,
            names = {"STATE_2402", "HTTP_429", "LOGIN", "CHALLENGE"})
    void aRefusalOfThePaceOrADoorIsNoReasonToChangeTheEra(WhenTooFast answer) throws Exception {
        SandboxOptions options = SandboxOptions.defaults()
                .withEras(SandboxOptions.ALL_ERAS)
                .withWhenTooFast(answer)
                .withLimit(new RateLimit(0.001, 3, Duration.ofHours(1)));
        try (SandboxSite site = SandboxSite.start(options)) {
            Ran ran = crawl(site, "--max-wait", "1s", "--verbose");

            assertEquals(3, ran.exitCode(), ran.err());
            assertEquals(
                    Set.of("/robots.txt", "/system/agreement", "/jobs/v2/positionAjax.json"),
                    new HashSet<>(paths(site, 0)));
            assertFalse(ran.err().contains("did not serve"), ran.err());
        }
    }

    @Test
    void aSecretThatTheSiteForgetsIsReplacedAndCostsNoRows() throws Exception {
        Instant start = Instant.parse("2026-11-23T08:00:00Z");
        long[] asked = new long[1];
        SandboxOptions options =
                SandboxOptions.defaults().withEra(Era.ENCRYPTED).withSecretLife(Duration.ofSeconds(12));
        // A clock that moves with each look at it: every few requests the secret is too old.
        try (SandboxSite site = SandboxSite.start(options, () -> start.plusSeconds(asked[0]++))) {
            Ran ran = crawl(site, "-n", "1");

            assertEquals(0, ran.exitCode(), ran.err());
            assertTrue(site.counters().refused() >= 1, "no secret grew old");
            assertTrue(site.counters().sessions() >= 2);
            assertEquals(100, rows().size());
        }
    }

    // ---- a named era ----

    @ParameterizedTest
    @CsvSource({
        "encrypted, CLASSIC",
        "encrypted, RENDERED",
        "rendered, CLASSIC",
        "rendered, ENCRYPTED",
        "classic, RENDERED",
        "classic, ENCRYPTED"
    })
    void aNamedEraIsNeverChangedSilently(String named, Era spoken) throws Exception {
        try (SandboxSite site = start(spoken)) {
            Ran ran = keyless(site, "--era", named);

            assertEquals(1, ran.exitCode(), ran.err());
            assertTrue(
                    ran.err().contains("paymap: could not go on: the site does not speak the " + named + " era: "),
                    ran.err());
            assertTrue(ran.err().endsWith("\n--era auto tries all eras that paymap knows.\n"), ran.err());
            assertTrue(site.counters().requests() <= 2, site.counters().toString());
            assertEquals(0, site.counters().pages() - (spoken == Era.RENDERED && named.equals("classic") ? 1 : 0));
            assertEquals(List.of(), notes());
        }
    }

    @Test
    void aNamedEraLeavesNoNoteAndHeedsNone() throws Exception {
        try (SandboxSite site = SandboxSite.start(SandboxOptions.defaults().withEras(SandboxOptions.ALL_ERAS))) {
            keyless(site, "--era", "rendered");
            assertEquals(List.of(), notes());
            crawl(site, "--new-run");
            assertEquals(List.of(name(site) + "|era|encrypted"), notes());
            int before = site.log().size();
            keyless(site, "--era", "classic", "--new-run");
            assertEquals(List.of(name(site) + "|era|encrypted"), notes());
            assertEquals("/jobs/list_python", paths(site, before).get(1));
        }
    }

    // ---- cookies ----

    @Test
    void withCookiesTheRenderedPagesComeFirstAndLeaveNoNote() throws Exception {
        try (SandboxSite site = SandboxSite.start(SandboxOptions.defaults().withEras(SandboxOptions.ALL_ERAS))) {
            Ran ran = crawl(site, "--cookies", cookies().toString(), "--verbose");

            assertEquals(0, ran.exitCode(), ran.err());
            assertTrue(ran.err().contains("cookies are given, so the rendered pages come first\n"), ran.err());
            assertEquals(Set.of("/robots.txt", "/wn/jobs"), new HashSet<>(paths(site, 0)));
            assertEquals(List.of(), notes());
        }
        assertTrue(Ran.paymap("help", "crawl")
                .out()
                .replaceAll("\\s+", " ")
                .contains("with --cookies it begins with the rendered pages"));
    }

    @ParameterizedTest
    @EnumSource(Era.class)
    void withCookiesTheOtherErasAreTriedToo(Era era) throws Exception {
        try (SandboxSite site = start(era)) {
            Ran ran = crawl(site, "--cookies", cookies().toString());

            assertEquals(0, ran.exitCode(), ran.err());
            assertEquals(100, rows().size());
        }
    }

    @Test
    void cookiesGoAlongInTheEncryptedEraToo() throws Exception {
        try (SandboxSite site = start(Era.ENCRYPTED)) {
            crawl(site, "--cookies", cookies().toString(), "--era", "encrypted");

            List<LoggedRequest> sent = site.log().subList(1, site.log().size());
            assertTrue(sent.stream()
                    .allMatch(one -> "login=mine".equals(one.headers().get("cookie"))));
        }
    }

    // ---- keys ----

    @Test
    void theWrongKeyIsARefusalOfTheEraAndToldAsSuch() throws Exception {
        try (SandboxSite site = start(Era.ENCRYPTED)) {
            Ran ran = keyless(site, "--era", "encrypted");
            assertEquals(1, ran.exitCode(), ran.err());
            assertTrue(ran.err().contains("JSON without a key for an agreement"), ran.err());

            Ran wrongIv = keyless(
                    site, "--era", "encrypted", "--site-key", SandboxKey.in(folder), "--site-iv", "0123456789abcdef");
            assertEquals(1, wrongIv.exitCode(), wrongIv.err());
            assertTrue(wrongIv.err().contains("the site does not speak the encrypted era"), wrongIv.err());
        }
    }

    @Test
    void keysThatAreNamedGiveTheEncryptedEraAnotherTry() throws Exception {
        try (SandboxSite site = SandboxSite.start(SandboxOptions.defaults().withEras(SandboxOptions.ALL_ERAS))) {
            keyless(site);
            assertEquals(List.of(name(site) + "|era|classic"), notes());

            assertEquals(0, crawl(site, "--new-run").exitCode());
            assertEquals(List.of(name(site) + "|era|encrypted"), notes());
        }
    }

    @Test
    void noSecretIsStoredOrTold() throws Exception {
        try (SandboxSite site = start(Era.ENCRYPTED)) {
            Ran ran = crawl(site, "--verbose");

            Set<String> secrets = new HashSet<>();
            site.log().forEach(sent -> secrets.add(sent.headers().getOrDefault("x-k-header", "")));
            secrets.remove("");
            assertEquals(1, secrets.size(), "one agreement serves the whole crawl");
            String secret = secrets.iterator().next();
            assertFalse((ran.out() + ran.err()).contains(secret));
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    assertFalse(
                            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(secret),
                            file.toString());
                }
            }
        }
    }

    /** With the keys of the made-up site, without which its encrypted era cannot be spoken. */
    private Ran crawl(SandboxSite site, String... more) {
        List<String> args = new ArrayList<>(List.of("--site-key", SandboxKey.in(folder), "--site-iv", SandboxSite.IV));
        args.addAll(List.of(more));
        return keyless(site, args.toArray(String[]::new));
    }

    private Ran keyless(SandboxSite site, String... more) {
        List<String> args =
                new ArrayList<>(List.of("--cities", "bj", "--site", site.uri().toString(), "--rate", "max"));
        args.addAll(List.of(more));
        return paymap(args.toArray(String[]::new));
    }

    private Ran paymap(String... args) {
        List<String> all = new ArrayList<>(List.of("crawl"));
        all.addAll(List.of(args));
        all.addAll(List.of("--db", db().toString()));
        return Ran.paymap(all.toArray(String[]::new));
    }

    private Path cookies() throws IOException {
        Path file = Files.writeString(folder.resolve("cookies.txt"), "127.0.0.1\tFALSE\t/\tFALSE\t0\tlogin\tmine\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private Path db() {
        return folder.resolve("paymap.db");
    }

    private List<String> rows() throws SQLException {
        return Db.rows(db(), "SELECT city, title, salary FROM jobs ORDER BY city, title, salary");
    }

    private List<String> notes() throws SQLException {
        return Db.rows(db(), "SELECT site, name, value FROM site_notes WHERE name = 'era'");
    }

    private static List<String> paths(SandboxSite site, int from) {
        return site.log().subList(from, site.log().size()).stream()
                .map(sent -> sent.target().replaceAll("\\?.*", ""))
                .toList();
    }

    private static long count(List<String> paths, String path) {
        return paths.stream().filter(path::equals).count();
    }

    private static String name(SandboxSite site) {
        return "127.0.0.1:" + site.uri().getPort();
    }

    private static String word(Era era) {
        return era.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static SandboxSite start(Era era) throws IOException {
        return SandboxSite.start(SandboxOptions.defaults().withEra(era));
    }
}

package paymap.importer.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static paymap.importer.browser.MadeUpBrowser.answers;
import static paymap.importer.browser.MadeUpBrowser.arrived;
import static paymap.importer.browser.MadeUpBrowser.asks;
import static paymap.importer.browser.MadeUpBrowser.event;
import static paymap.importer.browser.MadeUpBrowser.exchange;
import static paymap.importer.browser.MadeUpBrowser.say;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.importer.Collected;
import paymap.importer.format.ReadResult;
import paymap.importer.format.SavedPages;

@Timeout(60)
class BrowserVisitTest {

    private static final String LIST = "https://made-up.example/list";
    private static final List<String> ROWS = List.of("made-up|python|北京|甲|10k-20k", "made-up|python|北京|乙|10k-20k");

    /** The made-up pages at an address of their own. */
    private static final SavedPages SITE = new Collected.MadeUpPages() {
        @Override
        public boolean owns(String url) {
            return url.startsWith("https://made-up.example/");
        }

        @Override
        public boolean mayHoldRows(String url) {
            return url.contains("/list");
        }
    };

    /** What was read, and what was said to the browser for it. */
    private record Read(Collected rows, List<String> said) {}

    private static Read read(MadeUpBrowser browser) throws Exception {
        try (WebSocketServer server = new WebSocketServer(browser);
                BrowserVisit visit = BrowserVisit.of(server.endpoint(), SITE, "")) {
            return new Read(Collected.by(visit, ""), server.heard());
        }
    }

    private static MadeUpBrowser ofOne(String text) {
        return new MadeUpBrowser(server -> say(server, exchange("1", LIST)))
                .withText("1", text)
                .then(WebSocketServer::end);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TITLES 甲 乙", "{\"titles\":[\"甲\",\"乙\"]}", "{\"titles\":[\"甲\",\"乙\"],\"people\":1}"})
    void rowsComeFromPagesAndReplies(String text) throws Exception {
        assertEquals(ROWS, read(ofOne(text)).rows.rows());
    }

    @Test
    void aBrowserIsOnlyEverAskedToTell() throws Exception {
        Read read = read(ofOne("TITLES 甲 乙"));

        assertEquals(
                Set.of("Target.setAutoAttach", "Network.enable", "Network.getResponseBody"),
                MadeUpBrowser.methods(read.said));
        assertEquals(
                Set.of(
                        "Target.setAutoAttach",
                        "Network.enable",
                        "Network.getResponseBody",
                        "Target.createTarget",
                        "Page.navigate",
                        "Runtime.runIfWaitingForDebugger"),
                Stream.of(Command.values()).map(command -> command.method).collect(Collectors.toSet()));
    }

    @Test
    void theAddressOfThePersonIsOpenedOnceAndWhenItCanBeListenedTo() throws Exception {
        MadeUpBrowser browser = new MadeUpBrowser(server -> {
                    server.send(MadeUpBrowser.tab("another", "page"));
                    say(server, exchange("1", LIST));
                })
                .withText("1", "TITLES 甲 乙")
                .then(WebSocketServer::end);
        try (WebSocketServer server = new WebSocketServer(browser);
                BrowserVisit visit = BrowserVisit.of(server.endpoint(), SITE, "https://made-up.example/\"")) {
            Collected.by(visit, "");

            List<String> opened = server.heard().stream()
                    .filter(said -> said.contains(Command.GO_TO.method))
                    .toList();
            assertEquals(1, opened.size());
            assertTrue(opened.get(0).contains("{\"url\":\"https://made-up.example/\\\"\"}"), opened.get(0));
            assertTrue(server.heard().get(1).contains(Command.TELL_OF_REPLIES.method));
        }
    }

    /** What comes with a tab is loaded before anybody can listen, whatever the browser says of waiting. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theTabForTheAddressIsEmptyUntilItIsListenedTo(boolean isKnownFirst) throws Exception {
        List<String> said = new ArrayList<>();
        Collected.by(
                (nothing, rows) -> {
                    Visit visit = new Visit(new Commands(said::add), SITE, rows);
                    visit.begin(LIST);
                    visit.opened(new Told.Opened("first", "of the browser", "page", false));
                    assertTrue(said.get(said.size() - 1).contains("\"url\":\"about:blank\""), said.toString());
                    Told.Text answer = new Told.Text(said.size(), "of the address", false, false);
                    Told.Opened tab = new Told.Opened("second", "of the address", "page", true);
                    visit.opened(tab);
                    Told.Text tells =
                            new Told.Text(said.size() - 2, null, false, false); // the answer to Network.enable
                    assertTrue(said.get(said.size() - 3).contains("Network.enable"), said.toString());
                    for (Told.Text each : isKnownFirst ? List.of(answer, tells) : List.of(tells, answer)) {
                        assertFalse(said.toString().contains("Page.navigate"), said.toString());
                        visit.text(each);
                    }
                    visit.idle();
                    return new ReadResult.Whole();
                },
                "");

        assertEquals(
                List.of("Network.enable", "Target.setAutoAttach", "Runtime.runIfWaitingForDebugger", "Page.navigate"),
                MadeUpBrowser.methodsFor("second", said));
        assertEquals(List.of("Network.enable", "Target.setAutoAttach"), MadeUpBrowser.methodsFor("first", said));
    }

    /** As one answers whose window is not there yet. */
    @Test
    void theAddressIsOpenedAgainWhereTheBrowserHasNoWindowForItYet() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        WebSocketServer.Script reluctant = (server, message) -> {
            String id = message.replaceAll("\\{\"id\":(\\d+),.*", "{\"id\":$1,");
            boolean opens = message.contains(Command.OPEN.method);
            boolean refused = opens && asked.incrementAndGet() < 3;
            server.send(id
                    + (refused
                            ? "\"error\":{\"code\":-32000,\"message\":\"no\"}}"
                            : "\"result\":{\"targetId\":\"t\"}}"));
            if (id.contains(":1,")) {
                server.send(MadeUpBrowser.tab("tab", "page"));
            }
            if (opens && !refused) {
                server.end();
            }
        };
        try (WebSocketServer server = new WebSocketServer(reluctant);
                BrowserVisit visit = BrowserVisit.of(server.endpoint(), SITE, LIST)) {
            Collected rows = Collected.by(visit, "");

            assertEquals(3, asked.get());
            assertEquals(Map.of(), rows.notes());
        }
    }

    @Test
    void aBrowserThatOpensNoTabAtAllIsToldOf() throws Exception {
        List<String> said = new ArrayList<>();
        Collected read = Collected.by(
                (nothing, rows) -> {
                    Visit visit = new Visit(new Commands(said::add), SITE, rows);
                    visit.begin(LIST);
                    visit.opened(new Told.Opened("tab", "t", "page", false));
                    for (int i = 0; i < 2 * Opening.MOST_TRIES; i++) {
                        visit.text(new Told.Text(said.size(), null, false, false)); // the answer to what was said last
                        visit.idle();
                    }
                    return new ReadResult.Whole();
                },
                "");

        assertEquals(
                Opening.MOST_TRIES,
                said.stream().filter(each -> each.contains(Command.OPEN.method)).count());
        assertEquals(Map.of("the browser opens no tab: go to the address yourself", 1L), read.notes());
    }

    @Test
    void textMayBeInBase64() throws Exception {
        String encoded = Base64.getEncoder().encodeToString("TITLES 甲 乙".getBytes("UTF-8"));
        MadeUpBrowser browser = new MadeUpBrowser(server -> say(server, exchange("1", LIST)))
                .with("1", "\"result\":{\"base64Encoded\":true,\"body\":\"" + encoded + "\"}")
                .then(WebSocketServer::end);

        assertEquals(ROWS, read(browser).rows.rows());
    }

    @Test
    void messagesMayComeInPartsAndOutOfOrder() throws Exception {
        MadeUpBrowser browser = new MadeUpBrowser(server -> {
                    server.send(arrived("2")); // of a request that nobody has seen
                    server.send(asks("1", "GET", LIST, ""));
                    server.send(asks("3", "POST", LIST, ",\"postData\":\"java\""));
                    server.sendBinary();
                    server.send(answers("3", LIST, 200, ""));
                    server.sendInParts(answers("1", LIST, 200, ""));
                    server.send(arrived("3"));
                    server.send(arrived("3"));
                    server.send(answers("4", LIST, 200, "")); // asked before it was listened to
                    server.send(arrived("4"));
                    server.send(arrived("1"));
                })
                .withText("1", "TITLES 一")
                .withText("3", "TITLES 三")
                .withText("4", "TITLES 四")
                .then(WebSocketServer::end);

        assertEquals(
                List.of("made-up|java|北京|三|10k-20k", "made-up|python|北京|四|10k-20k", "made-up|python|北京|一|10k-20k"),
                read(browser).rows.rows());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[1,2]",
                "{",
                "{\"id\":7,\"result\":{\"body\":\"TITLES x\"}}",
                "{\"id\":\"x\",\"method\":7,\"params\":[{}]}",
                "{\"method\":\"Network.dataReceived\",\"params\":{\"requestId\":\"1\"}}",
                "{\"method\":\"Network.responseReceived\",\"params\":{\"requestId\":{},\"response\":\"x\"}}",
                "{\"method\":\"Network.requestWillBeSentExtraInfo\",\"params\":{\"associatedCookies\":[]}}",
                "{\"method\":\"Page.somethingNew\",\"params\":{\"deep\":{\"deeper\":[[[]]]}}}",
                "{\"method\":\"Target.attachedToTarget\"}",
                "{\"method\":\"Target.detachedFromTarget\",\"params\":{\"sessionId\":\"other\"}}"
            })
    void whatIsUnknownOrBrokenIsPassedOver(String message) throws Exception {
        MadeUpBrowser browser = new MadeUpBrowser(server -> {
                    server.send(message);
                    say(server, exchange("1", LIST));
                })
                .withText("1", "TITLES 甲 乙")
                .then(WebSocketServer::end);

        assertEquals(ROWS, read(browser).rows.rows());
    }

    @Test
    void aMessageAsDeepAsABottomlessPitIsPassedOver() throws Exception {
        MadeUpBrowser browser = new MadeUpBrowser(server -> {
                    server.send("{\"method\":\"x\",\"params\":" + "[".repeat(1_000_000));
                    say(server, exchange("1", LIST));
                })
                .withText("1", "TITLES 甲 乙")
                .then(WebSocketServer::end);

        assertEquals(ROWS, read(browser).rows.rows());
    }

    @Test
    void aReplyThatIsGoneIsNamedAndTheVisitGoesOn() throws Exception {
        MadeUpBrowser browser = new MadeUpBrowser(server -> {
                    say(server, exchange("1", LIST));
                    say(server, exchange("2", LIST));
                })
                .with("1", "\"error\":{\"code\":-32000,\"message\":\"No resource with given identifier found\"}")
                .withText("2", "TITLES 甲 乙")
                .then(WebSocketServer::end);

        Collected read = read(browser).rows;

        assertEquals(ROWS, read.rows());
        assertEquals(Map.of("reply that the browser no longer held when it was asked for, not read", 1L), read.notes());
    }

    @ParameterizedTest
    @ValueSource(ints = {5 << 20, 9 << 20, 17 << 20})
    void aReplyThatIsTooLargeIsNamedAndTheVisitGoesOn(int length) throws Exception {
        MadeUpBrowser browser = new MadeUpBrowser(server -> {
                    say(server, exchange("1", LIST));
                    say(server, exchange("2", LIST));
                })
                .withText("1", "TITLES " + "x".repeat(length))
                .withText("2", "TITLES 甲 乙")
                .then(WebSocketServer::end);

        Collected read = read(browser).rows;

        assertEquals(ROWS, read.rows());
        assertEquals(Map.of("response of more than 4194304 characters, not read", 1L), read.notes());
    }

    @Test
    void otherSitesAndPreflightsAreNeverAskedFor() throws Exception {
        MadeUpBrowser browser = new MadeUpBrowser(server -> {
                    say(server, exchange("9", "https://elsewhere.example/list"));
                    say(server, exchange("8", "https://made-up.example/account"));
                    say(server, exchange("7", "file:///list"));
                    server.send(asks("6", "OPTIONS", LIST, ""));
                    server.send(arrived("6"));
                    server.send(asks("5", "GET", LIST, ""));
                    server.send(event("Network.loadingFailed", "\"requestId\":\"5\""));
                    say(server, exchange("1", "http://127.0.0.1:8080/list"));
                })
                .withText("1", "TITLES 甲 乙")
                .then(WebSocketServer::end);

        Read read = read(browser);

        assertEquals(ROWS, read.rows.rows());
        assertEquals(
                1,
                read.said.stream()
                        .filter(said -> said.contains(Command.TEXT_OF.method))
                        .count());
    }

    @Test
    void aRedirectIsReadAsOfAHar() throws Exception {
        MadeUpBrowser browser = new MadeUpBrowser(server -> {
            server.send(asks("1", "GET", LIST, ""));
            server.send(event(
                    "Network.requestWillBeSent",
                    "\"requestId\":\"1\",\"request\":{\"url\":\"https://elsewhere.example/\",\"method\":\"GET\"},"
                            + "\"redirectResponse\":{\"url\":\"" + LIST + "\",\"status\":302}"));
            server.send(arrived("1"));
            server.end();
        });

        assertEquals(Map.of("refused: a redirect", 1L), read(browser).rows.notes());
    }

    @Test
    void theVisitEndsWithTheLastTab() throws Exception {
        MadeUpBrowser browser = new MadeUpBrowser(server -> say(server, exchange("1", LIST)))
                .withText("1", "TITLES 甲 乙")
                .then(server -> {
                    server.send(MadeUpBrowser.closed("a frame"));
                    server.send(MadeUpBrowser.closed("tab"));
                });

        Collected read = read(browser).rows;

        assertEquals(ROWS, read.rows());
        assertEquals("whole", read.end());
    }

    @Test
    void theVisitEndsWithTheBrowser() throws Exception {
        MadeUpBrowser browser = new MadeUpBrowser(server -> say(server, exchange("1", LIST)))
                .withText("1", "TITLES 甲 乙")
                .then(WebSocketServer::drop);

        assertEquals(ROWS, read(browser).rows.rows());
    }

    @Test
    void whatWaitsGoesOnAndOnlyOnceItIsListenedTo() throws Exception {
        MadeUpBrowser browser = new MadeUpBrowser(server -> {
                    server.send(MadeUpBrowser.waiting("new", "page"));
                    server.send(MadeUpBrowser.waiting("worker", "worker"));
                    server.send(MadeUpBrowser.waiting("new", "page"));
                    say(server, exchange("1", LIST));
                })
                .withText("1", "TITLES 甲 乙")
                .then(WebSocketServer::end);

        List<String> said = read(browser).said;

        String goesOn = Command.GO_ON.method;
        assertEquals(
                List.of(Command.TELL_OF_REPLIES.method, Command.TELL_OF_TABS.method, goesOn, goesOn),
                MadeUpBrowser.methodsFor("new", said));
        assertEquals(List.of(goesOn), MadeUpBrowser.methodsFor("worker", said));
        assertEquals(
                List.of(Command.TELL_OF_REPLIES.method, Command.TELL_OF_TABS.method, Command.TEXT_OF.method),
                MadeUpBrowser.methodsFor("tab", said));
    }

    @Test
    void workersAreNotListenedTo() throws Exception {
        MadeUpBrowser browser = new MadeUpBrowser(server -> {
                    server.send(MadeUpBrowser.tab("worker", "service_worker"));
                    say(server, exchange("1", LIST));
                })
                .withText("1", "TITLES 甲 乙")
                .then(WebSocketServer::end);

        List<String> said = read(browser).said;

        assertTrue(said.stream().anyMatch(message -> message.contains("\"sessionId\":\"tab\"")), said.toString());
        assertFalse(said.stream().anyMatch(message -> message.contains("\"sessionId\":\"worker\"")), said.toString());
    }
}

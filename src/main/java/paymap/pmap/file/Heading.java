package paymap.pmap.file;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import paymap.pmap.BannerChoice;
import paymap.pmap.PingerChoice;
import paymap.pmap.ScanPlan;
import paymap.pmap.ScanSettings;
import paymap.pmap.target.AddressSet;
import paymap.pmap.target.PortSet;
import paymap.words.Words;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** What a file says of the scan as a whole, as far as it has been read. */
final class Heading {

    /** As long as a command line may be. */
    private static final int LONGEST_TARGETS = 1 << 21;

    /** Three years. */
    private static final long LONGEST_MS = 100_000_000_000L;

    int schema;
    ScanPlan.Kind kind = ScanPlan.Kind.TCP;
    PortSet ports = PortSet.EMPTY;
    boolean complete;
    Duration elapsed = Duration.ZERO;
    private String targetsText = "";
    private @Nullable AddressSet addresses;
    private @Nullable Instant started;
    private @Nullable ScanSettings settings;
    private PingerChoice pinger = PingerChoice.AUTO;
    private boolean children;
    private BannerChoice banner = BannerChoice.NONE;
    private final ReadingBudget budget;

    Heading(ReadingBudget budget) {
        this.budget = budget;
    }

    AskedScan asked() {
        return new AskedScan(kind, targetsText, addresses, ports, started, settings, pinger, children, banner);
    }

    /**
     * Takes a property in.
     *
     * @return whether it is one of the heading; its value is read then
     * @throws IllegalArgumentException if its value makes no sense
     */
    boolean property(JsonParser json, String name) {
        switch (name) {
            case "schema" -> schema(json);
            case "scan" -> kind = one(ScanPlan.Kind.values(), Json.text(json, 100));
            case "targets" -> targetsText = Json.text(json, LONGEST_TARGETS);
            case "addresses" -> addresses(json);
            case "ports" -> ports = PortSet.of(Json.text(json, Integer.MAX_VALUE));
            case "started" -> started = time(Json.text(json, 100));
            case "elapsed_ms" -> elapsed = Duration.ofMillis(Json.large(json, 0, LONGEST_MS));
            case "complete" -> complete = json.currentToken() == JsonToken.VALUE_TRUE;
            case "settings" -> settings(json);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void schema(JsonParser json) {
        schema = Json.number(json, 0, Integer.MAX_VALUE);
        if (schema > ScanFile.SCHEMA) {
            throw new IllegalArgumentException(Words.say(
                    "a later version of paymap wrote it (schema %d; this one reads up to %d)",
                    schema, ScanFile.SCHEMA));
        }
    }

    private void addresses(JsonParser json) {
        AddressSet read = AddressSet.of(Json.text(json, Integer.MAX_VALUE), 1 << 20);
        budget.hosts(read.size());
        addresses = read;
    }

    private void settings(JsonParser json) {
        Json.startOf(json, JsonToken.START_OBJECT);
        int atOnce = 1;
        int wait = 1000;
        int retries = ScanSettings.AS_NEEDED;
        int rate = 0;
        boolean assumeUp = false;
        boolean all = false;
        int seed = ScanSettings.IN_ORDER;
        Duration hostTimeout = Duration.ZERO;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            boolean yes = json.nextToken() == JsonToken.VALUE_TRUE;
            switch (name) {
                case "at_once" -> atOnce = number(json, ScanSettings.Limit.AT_ONCE);
                case "longest_wait_ms" -> wait = number(json, ScanSettings.Limit.LONGEST_WAIT);
                case "retries" -> retries = number(json, ScanSettings.Limit.RETRIES);
                case "rate" -> rate = number(json, ScanSettings.Limit.RATE);
                case "assume_up" -> assumeUp = yes;
                case "all" -> all = yes;
                case "pinger" -> pinger = one(PingerChoice.values(), Json.text(json, 100));
                case "children" -> children = yes;
                case "seed" -> seed = Json.number(json, 0, Integer.MAX_VALUE);
                case "host_timeout_ms" ->
                    hostTimeout = Duration.ofMillis(number(json, ScanSettings.Limit.HOST_TIMEOUT));
                case "banner" -> banner = one(BannerChoice.values(), Json.text(json, 100));
                default -> json.skipChildren();
            }
        }
        settings = new ScanSettings(atOnce, Duration.ofMillis(wait), retries, rate, assumeUp, all, hostTimeout, seed);
    }

    private static int number(JsonParser json, ScanSettings.Limit limit) {
        return Json.number(json, (int) limit.least(), (int) limit.most());
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(Words.say("\"%s\" is no time", Json.shown(text)), e);
        }
    }

    private static <E extends Enum<E>> E one(E[] choices, String text) {
        for (E choice : choices) {
            if (choice.name().toLowerCase(Locale.ROOT).equals(text)) {
                return choice;
            }
        }
        throw new IllegalArgumentException(Words.say("\"%s\" is nothing that pmap does", Json.shown(text)));
    }
}

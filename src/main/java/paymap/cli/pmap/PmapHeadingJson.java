package paymap.cli.pmap;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import paymap.pmap.BannerChoice;
import paymap.pmap.ScanPlan;
import paymap.pmap.ScanSettings;
import paymap.pmap.file.ScanFile;
import paymap.pmap.target.AddressSet;
import tools.jackson.core.JsonGenerator;

/** What was asked for, as JSON: all that a scan needs to go on, see {@link ScanFile}. */
final class PmapHeadingJson {

    private PmapHeadingJson() {}

    /** @param elapsed how long the scan took so far */
    static void write(JsonGenerator json, PmapRequest request, Instant started, Duration elapsed) {
        ScanPlan plan = request.plan();
        json.writeStringProperty("scan", PmapJson.name(plan.kind()));
        json.writeNumberProperty("schema", ScanFile.SCHEMA);
        json.writeStringProperty("targets", request.targetsText());
        json.writeStringProperty("addresses", AddressSet.of(plan.targets()).toString());
        if (plan.kind() == ScanPlan.Kind.TCP) {
            json.writeStringProperty("ports", plan.ports().toString());
        }
        json.writeStringProperty(
                "started", started.truncatedTo(ChronoUnit.MILLIS).toString());
        json.writeNumberProperty("elapsed_ms", elapsed.toMillis());
        settings(json, request);
    }

    private static void settings(JsonGenerator json, PmapRequest request) {
        ScanSettings settings = request.plan().settings();
        json.writeObjectPropertyStart("settings");
        json.writeNumberProperty("at_once", settings.atOnce());
        json.writeNumberProperty("longest_wait_ms", settings.longestWait().toMillis());
        if (settings.retries() != ScanSettings.AS_NEEDED) {
            json.writeNumberProperty("retries", settings.retries());
        }
        if (settings.rate() > 0) {
            json.writeNumberProperty("rate", settings.rate());
        }
        if (settings.shuffled()) {
            json.writeNumberProperty("seed", settings.seed());
        }
        if (!settings.hostTimeout().isZero()) {
            json.writeNumberProperty("host_timeout_ms", settings.hostTimeout().toMillis());
        }
        if (request.banner() != BannerChoice.NONE) {
            json.writeStringProperty("banner", PmapJson.name(request.banner()));
        }
        json.writeBooleanProperty("assume_up", settings.assumeUp());
        json.writeBooleanProperty("all", settings.everyPort());
        json.writeStringProperty("pinger", PmapJson.name(request.plan().pinger()));
        json.writeBooleanProperty("children", request.children());
        json.writeEndObject();
    }
}

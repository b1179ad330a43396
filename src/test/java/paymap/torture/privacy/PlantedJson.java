package paymap.torture.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON with markers: in all places at once, or in one of them that is malformed besides. */
final class PlantedJson {

    static final JsonMapper JSON = JsonMapper.builder().build();

    /** Names under which people stand in replies of one board or another. */
    private static final List<String> PEOPLE = List.of(
            "bossName",
            "hrName",
            "hrInfoMap",
            "recruiterName",
            "publisherId",
            "phone",
            "mobile",
            "email",
            "userId",
            "lastLogin",
            "portrait",
            "address",
            "clientIp",
            "token",
            "securityId",
            "desc",
            "remark");

    private final Sample sample;
    private final Markers markers;

    PlantedJson(Sample sample, Markers markers) {
        this.sample = sample;
        this.markers = markers;
    }

    /** Each value that is not wanted is a marker, and each object has unknown fields besides. */
    String everywhere() {
        JsonNode tree = JSON.readTree(sample.text());
        plant(tree, "");
        return JSON.writeValueAsString(tree);
    }

    private void plant(JsonNode node, String path) {
        if (node instanceof ObjectNode object) {
            for (String name : List.copyOf(object.propertyNames())) {
                String place = path + "/" + name;
                plant(object.get(name), place);
                if (!object.get(name).isContainer() && !sample.wanted().contains(place)) {
                    replace(object, name, place);
                }
            }
            add(object, path);
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                plant(array.get(i), path + "/*");
                if (!array.get(i).isContainer() && !sample.wanted().contains(path + "/*")) {
                    array.set(i, array.stringNode(marker(path + "/*")));
                }
            }
        }
    }

    private void replace(ObjectNode object, String name, String place) {
        JsonNode old = object.get(name);
        if (old.isNumber()) {
            object.put(name, markers.number(sample.name() + " " + place));
        } else if (!old.isBoolean()) {
            object.put(name, marker(place));
        }
    }

    private void add(ObjectNode object, String path) {
        for (String name : PEOPLE) {
            if (!object.has(name)) {
                object.put(name, marker(path + "/" + name));
            }
        }
        object.put(marker(path + "/(name)"), marker(path + "/(value)"));
        object.put("zqNumber", markers.number(sample.name() + " " + path + "/(number)"));
        object.putObject("zqObject").putObject("user").put("name", marker(path + "/(object)"));
        object.putArray("zqList").add(marker(path + "/(list)")).addObject().put("name", marker(path + "/(list/*)"));
    }

    /** By the words for what was done: one file each, with a marker at one place that is malformed. */
    Map<String, String> oneByOne() {
        Map<String, String> files = new TreeMap<>();
        List<String> pointers = new ArrayList<>();
        pointers(JSON.readTree(sample.text()), "", pointers);
        for (String pointer : pointers) {
            String place = pointer.replaceAll("/\\d+(?=/|$)", "/*");
            boolean wanted = sample.wanted().contains(place);
            for (Wrong wrong : Wrong.values()) {
                if (!wanted || wrong.isOtherThanText) {
                    String what = sample.name() + " " + pointer + ", " + wrong.name();
                    files.put(what, wrong.of(at(pointer), markers.text(what)));
                }
            }
        }
        return files;
    }

    private static void pointers(JsonNode node, String path, List<String> pointers) {
        if (node.isObject()) {
            node.propertyStream().forEach(field -> pointers(field.getValue(), path + "/" + field.getKey(), pointers));
        } else if (node.isArray()) {
            for (int i = 0; i < Math.min(2, node.size()); i++) {
                pointers(node.get(i), path + "/" + i, pointers);
            }
        } else {
            pointers.add(path);
        }
    }

    /** The text with the value at this place cut out: what stands before it, and behind it. */
    private String[] at(String pointer) {
        String hole = "(hole)";
        JsonNode tree = JSON.readTree(sample.text());
        int slash = pointer.lastIndexOf('/');
        JsonNode parent = tree.at(pointer.substring(0, slash));
        String last = pointer.substring(slash + 1);
        if (parent instanceof ObjectNode object) {
            object.put(last, hole);
        } else if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(last), array.stringNode(hole));
        }
        return JSON.writeValueAsString(tree).split("\"\\(hole\\)\"", 2);
    }

    /** Only pairs of texts are values of a board; everything else in the place of one is malformed. */
    enum Wrong {
        CUT_IN_IT(false, "\"M", true),
        CUT_BEHIND_IT(false, "\"M\"", true),
        LINE_BREAK_IN_IT(false, "\"M\n\"", false),
        BAD_ESCAPE_IN_IT(false, "\"M\\x\"", false),
        BAD_UNICODE_IN_IT(false, "\"M\\u12G4\"", false),
        NO_QUOTES(true, "M", false),
        OTHER_QUOTES(true, "'M'", false),
        NO_COMMA(false, "\"M\" \"M\"", false),
        HALF_A_NUMBER(true, "12M", false),
        AN_OBJECT(true, "{\"name\":\"M\",\"text\":\"M\",\"M\":\"M\"}", false),
        A_LIST(true, "[\"M\",{\"name\":\"M\"}]", false),
        A_BROKEN_OBJECT(true, "{\"name\":\"M\",M}", false),
        A_NAME_WITHOUT_QUOTES(true, "{M:1}", false),
        CUT_IN_AN_OBJECT(true, "{\"name\":\"M\",\"M\":\"M", true);

        private final boolean isOtherThanText;
        private final String form;
        private final boolean isTheEnd;

        Wrong(boolean isOtherThanText, String form, boolean isTheEnd) {
            this.isOtherThanText = isOtherThanText;
            this.form = form;
            this.isTheEnd = isTheEnd;
        }

        String of(String[] around, String marker) {
            return around[0] + form.replace("M", marker) + (isTheEnd ? "" : around[1]);
        }
    }

    private String marker(String place) {
        return markers.text(sample.name() + " " + place);
    }
}

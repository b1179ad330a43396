package paymap.torture.site;

import static paymap.torture.site.Fault.changed;
import static paymap.torture.site.Fault.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import paymap.torture.site.Fault.Trait;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What can be wrong with what a reply says: its body, its rows, its count of them. */
final class ContentFaults {

    private static final String BODY = "body";
    private static final String ROWS = "rows";
    private static final String TOTAL = "total";
    private static final String JSON = "application/json;charset=UTF-8";

    private ContentFaults() {}

    static List<Fault> bodies() {
        List<Fault> all = new ArrayList<>(List.of(
                changed(BODY, "empty", (asked, good) -> good.body("")),
                changed(BODY, "blanks", (asked, good) -> good.body(" \n\t ")),
                changed(BODY, "words", (asked, good) -> good.body("Good morning!")),
                changed(BODY, "HTML", (asked, good) -> good.body("<html><title>" + "恭喜".repeat(9) + "</title></html>")),
                changed(BODY, "10 MB of the letter a", (asked, good) -> good.body("a".repeat(10_000_000))),
                changed(BODY, "10 MB of <b>", (asked, good) -> good.body("<b>".repeat(3_333_333))),
                changed(BODY, "4 MB of attributes", (asked, good) -> good.body("<p " + "a b ".repeat(999_990) + ">")),
                rows(BODY, "4 MB of empty rows", (asked, good) -> good.body(result("{},".repeat(1_390_000) + "{}"))),
                rows(
                        BODY,
                        "the reply, then 10 MB of blanks",
                        (asked, good) -> good.body(good.text() + " ".repeat(10_000_000))),
                rows(BODY, "the reply twice", (asked, good) -> good.body(good.text() + good.text())),
                rows(BODY, "a list around the reply", (asked, good) -> good.body("[" + good.text() + "]")),
                rows(
                        BODY,
                        "the reply as a text",
                        (asked, good) -> good.body(Good.JSON.writeValueAsString(good.text()))),
                rows(BODY, "JSONP", (asked, good) -> good.body("back(" + good.text() + ");")),
                rows(BODY, "a comment before it", (asked, good) -> good.body("/* made up */" + good.text())),
                rows(
                        BODY,
                        "single quotes",
                        (asked, good) -> good.body(good.text().replace('"', '\''))),
                rows(
                        BODY,
                        "each key twice",
                        (asked, good) -> good.body(
                                good.text().replace("\"totalCount\":", "\"totalCount\":7,\"totalCount\":")))));
        for (String text : List.of("null", "true", "17", "\"rows\"", "{}", "[]", "{\"content\":null}")) {
            all.add(changed(
                    BODY, "JSON: " + text, (asked, good) -> good.type(JSON).body(text)));
        }
        all.add(changed(
                BODY,
                "JSON nested 100,000 deep",
                (asked, good) -> good.type(JSON).body("{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000))));
        all.add(changed(
                BODY,
                "lists nested 1,000,000 deep",
                (asked, good) -> good.type(JSON).body("[".repeat(1_000_000))));
        all.add(changed(
                BODY,
                "a number of 1,000,000 digits",
                (asked, good) -> good.type(JSON).body("{\"content\":" + "9".repeat(1_000_000) + "}")));
        all.add(changed(
                BODY,
                "400,000 keys",
                (asked, good) -> good.type(JSON)
                        .body(IntStream.range(0, 400_000)
                                .mapToObj(i -> "\"" + i + "\":0")
                                .collect(Collectors.joining(",", "{", "}")))));
        return all;
    }

    static List<Fault> rowFaults() {
        return List.of(
                eachRow("no fields", (row, i) -> row.removeAll()),
                eachRow("no pay", (row, i) -> row.remove("salary")),
                eachRow("no title", (row, i) -> row.remove("positionName")),
                eachRow("null everywhere", (row, i) -> row.propertyNames().forEach(name -> row.putNull(name))),
                eachRow(
                        "an object in place of each value",
                        (row, i) -> row.propertyNames()
                                .forEach(name -> row.putObject(name).put("a", 1))),
                eachRow(
                        "a number in place of each value",
                        (row, i) -> row.propertyNames().forEach(name -> row.put(name, 1e300))),
                eachRow(
                        "true in place of each value",
                        (row, i) -> row.propertyNames().forEach(name -> row.put(name, true))),
                eachRow("another city", (row, i) -> row.put("city", "拉萨")),
                eachRow("a city of 1 MB", (row, i) -> row.put("city", "北".repeat(20_000))),
                eachRow("negative pay", (row, i) -> row.put("salary", "-20k--10k")),
                eachRow("pay beyond all reason", (row, i) -> row.put("salary", "9999999999k-99999999999999999999k")),
                eachRow("pay that is HTML", (row, i) -> row.put("salary", "<script>alert(1)</script>")),
                eachRow("pay that is SQL", (row, i) -> row.put("salary", "10k'; DROP TABLE jobs; --")),
                eachRow("a title of 60 KB", (row, i) -> row.put("positionName", "长".repeat(20_000) + i)),
                eachRow(
                        "a title that is a formula",
                        (row, i) -> row.put("positionName", "=HYPERLINK(\"http://x\")" + i)),
                eachRow("the same id", (row, i) -> row.put("positionId", 1)),
                eachRow(
                        "the same row",
                        (row, i) -> row.put("positionName", "python").put("salary", "10k-20k")),
                eachRow("a number that is none", (row, i) -> row.put("positionId", Double.NaN)),
                changedRows("texts in place of rows", rows -> replace(rows, "\"row\"")),
                changedRows("nulls in place of rows", rows -> replace(rows, "null")),
                changedRows("one row a page", rows -> shorten(rows, 1)),
                changedRows("none, though the total says more", rows -> shorten(rows, 0)),
                changedRows("5,000 on a page", rows -> {
                    while (rows.size() < 5000) {
                        rows.add(rows.get(rows.size() % 15).deepCopy());
                    }
                }),
                rows(ROWS, "those of page 1 on every page", new FirstPages(), Trait.LIES),
                rows(
                        ROWS,
                        "the list is an object",
                        (asked, good) -> good.json(
                                tree -> positionResult(tree).putObject("result").put("a", 1)),
                        Trait.LIES),
                rows(
                        ROWS,
                        "no list",
                        (asked, good) -> good.json(tree -> positionResult(tree).remove("result")),
                        Trait.LIES));
    }

    static List<Fault> totals() {
        return List.of(
                total("0", "0"),
                total("1", "1"),
                total("16", "16"),
                total("less than is shown", "14"),
                total("-5", "-5"),
                total("2^31", "2147483648"),
                total("1e30", "1e30"),
                total("NaN", "NaN"),
                total("a text", "\"many\""),
                total("null", "null"),
                total("a list", "[1,2]"),
                total("a million", "1000000"),
                rows(
                        TOTAL,
                        "missing",
                        (asked, good) -> good.json(tree -> positionResult(tree).remove("totalCount")),
                        Trait.LIES),
                rows(
                        TOTAL,
                        "a page size of -1",
                        (asked, good) -> good.body(good.text().replaceAll("\"pageSize\":\\d+", "\"pageSize\":-1")),
                        Trait.LIES),
                rows(
                        TOTAL,
                        "a page size of a million",
                        (asked, good) -> good.body(good.text().replaceAll("\"pageSize\":\\d+", "\"pageSize\":1000000")),
                        Trait.LIES));
    }

    private static Fault total(String name, String value) {
        return rows(
                TOTAL,
                name,
                (asked, good) -> good.body(good.text().replaceAll("\"totalCount\":\\d+", "\"totalCount\":" + value)),
                Trait.LIES);
    }

    private static Fault eachRow(String name, BiConsumer<ObjectNode, Integer> change) {
        return changedRows(
                name, rows -> IntStream.range(0, rows.size()).forEach(i -> change.accept((ObjectNode) rows.get(i), i)));
    }

    private static Fault changedRows(String name, Consumer<ArrayNode> change) {
        return rows(
                ROWS,
                name,
                (asked, good) -> good.json(
                        tree -> change.accept((ArrayNode) positionResult(tree).get("result"))),
                Trait.LIES);
    }

    private static ObjectNode positionResult(ObjectNode tree) {
        return (ObjectNode) tree.get("content").get("positionResult");
    }

    private static void replace(ArrayNode rows, String value) {
        for (int i = 0; i < rows.size(); i++) {
            rows.set(i, Good.JSON.readTree(value));
        }
    }

    private static void shorten(ArrayNode rows, int size) {
        while (rows.size() > size) {
            rows.remove(rows.size() - 1);
        }
    }

    private static String result(String rows) {
        return "{\"content\":{\"positionResult\":{\"totalCount\":450,\"result\":[" + rows + "]}}}";
    }
}

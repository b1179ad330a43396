package paymap.cli.importing;

import java.util.List;
import java.util.stream.Collectors;
import paymap.importer.column.Column;
import paymap.importer.column.ColumnTrouble;
import paymap.importer.column.ColumnsException;
import paymap.words.Words;

/** What is wrong with the columns of a file, for a person who can name them. */
final class ColumnWords implements ColumnTrouble.Words<String> {

    private static final int MOST_TOLD = 40;

    private final String file;

    private ColumnWords(String file) {
        this.file = file;
    }

    static String of(ColumnsException e) {
        return e.trouble().match(new ColumnWords(e.file()));
    }

    @Override
    public String missing(ColumnTrouble.Missing trouble) {
        String lacking = trouble.columns().stream()
                .map(Column::code)
                .reduce((one, another) -> Words.say("%s or the %s", one, another))
                .orElse("");
        String fault = Words.say("%s has no column that is known to be the %s", file, lacking);
        String names = list(trouble.names());
        return switch (trouble.shape()) {
            case TABLE ->
                Words.say(
                        "%s; its first row is: %s. %s, or by number where the first row is no header: %s",
                        fault, names, advice(trouble), "--columns title=1,salary=2,city=3");
            case OBJECTS -> Words.say("%s; its fields are: %s. %s", fault, names, advice(trouble));
            case NO_LIST -> Words.say("%s is one object without a list of postings; its fields are: %s", file, names);
        };
    }

    private static String advice(ColumnTrouble.Missing trouble) {
        String columns = Column.NEEDED.stream()
                .map(column -> column.code() + "=" + example(column, trouble.names()))
                .collect(Collectors.joining(","));
        return trouble.columns().contains(Column.CITY)
                ? Words.say("Name them with --columns %s (or one city for all rows with --city)", columns)
                : Words.say("Name them with --columns %s", columns);
    }

    /** The name that is likely meant: of job.salary the end is a usual one. */
    private static String example(Column column, List<String> names) {
        return names.stream()
                .filter(name -> column.isNamed(name.substring(name.lastIndexOf('.') + 1)))
                .findFirst()
                .orElse("NAME");
    }

    @Override
    public String noSuch(ColumnTrouble.NoSuch trouble) {
        return Words.say(
                "%s has no column \"%s\" for %s; it has: %s",
                file, trouble.wanted(), trouble.column().code(), list(trouble.names()));
    }

    @Override
    public String twoMeanings(ColumnTrouble.TwoMeanings trouble) {
        String code = trouble.column().code();
        return Words.say(
                "in --columns %1$s=%2$d may mean column %2$d of %3$s or the one called \"%2$d\", which is column %4$d;"
                        + " write %1$s=#%2$d or %1$s=#%4$d",
                code, trouble.number(), file, trouble.nameOf());
    }

    private static String list(List<String> names) {
        String told = names.stream().limit(MOST_TOLD).collect(Collectors.joining(" | "));
        return names.size() > MOST_TOLD ? Words.say("%s | … (%d in all)", told, names.size()) : told;
    }
}

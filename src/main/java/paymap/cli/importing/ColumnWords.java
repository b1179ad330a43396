package paymap.cli.importing;

import java.util.List;
import java.util.stream.Collectors;
import paymap.importer.column.Column;
import paymap.importer.column.ColumnTrouble;
import paymap.importer.column.ColumnsException;

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
        String fault = file + " has no column that is known to be the "
                + trouble.columns().stream().map(Column::code).collect(Collectors.joining(" or the "));
        String names = list(trouble.names());
        return switch (trouble.shape()) {
            case TABLE ->
                fault + "; its first row is: " + names + advice(trouble)
                        + ", or by number where the first row is no header: --columns title=1,salary=2,city=3";
            case OBJECTS -> fault + "; its fields are: " + names + advice(trouble);
            case NO_LIST -> file + " is one object without a list of postings; its fields are: " + names;
        };
    }

    private static String advice(ColumnTrouble.Missing trouble) {
        String columns = Column.NEEDED.stream()
                .map(column -> column.code() + "=" + example(column, trouble.names()))
                .collect(Collectors.joining(","));
        return ". Name them with --columns " + columns
                + (trouble.columns().contains(Column.CITY) ? " (or one city for all rows with --city)" : "");
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
        return file + " has no column \"" + trouble.wanted() + "\" for "
                + trouble.column().code() + "; it has: " + list(trouble.names());
    }

    @Override
    public String twoMeanings(ColumnTrouble.TwoMeanings trouble) {
        String code = trouble.column().code();
        return "in --columns " + code + "=" + trouble.number() + " may mean column " + trouble.number() + " of " + file
                + " or the one called \"" + trouble.number() + "\", which is column " + trouble.nameOf() + "; write "
                + code + "=#" + trouble.number() + " or " + code + "=#" + trouble.nameOf();
    }

    private static String list(List<String> names) {
        return names.stream().limit(MOST_TOLD).collect(Collectors.joining(" | "))
                + (names.size() > MOST_TOLD ? " | … (" + names.size() + " in all)" : "");
    }
}

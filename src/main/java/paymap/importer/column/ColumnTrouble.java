package paymap.importer.column;

import java.util.List;

/** Why the columns of a file cannot be told. */
public sealed interface ColumnTrouble {

    /** Hands it to the one that has words for it; a new kind does not compile until there are some. */
    <T> T match(Words<T> words);

    /** What the names are of. */
    enum Shape {
        /** The first row of a table, whose columns can be told by number, too. */
        TABLE,
        OBJECTS,
        /** One object, without a list of others within. */
        NO_LIST
    }

    /** One for each kind. */
    interface Words<T> {
        T missing(Missing trouble);

        T noSuch(NoSuch trouble);

        T twoMeanings(TwoMeanings trouble);
    }

    /**
     * Columns that no list can do without have no usual name in it.
     *
     * @param names that are there, fit to be shown; of nested objects as paths with dots
     */
    record Missing(List<Column> columns, List<String> names, Shape shape) implements ColumnTrouble {
        @Override
        public <T> T match(Words<T> words) {
            return words.missing(this);
        }
    }

    /**
     * The user's name for a column is not there.
     *
     * @param names as in {@link Missing}
     */
    record NoSuch(Column column, String wanted, List<String> names) implements ColumnTrouble {
        @Override
        public <T> T match(Words<T> words) {
            return words.noSuch(this);
        }
    }

    /**
     * The user's number for a column is the name of another one.
     *
     * @param number from 1, as the user gave it
     * @param nameOf the number of the column that is called so
     */
    record TwoMeanings(Column column, int number, int nameOf) implements ColumnTrouble {
        @Override
        public <T> T match(Words<T> words) {
            return words.twoMeanings(this);
        }
    }
}

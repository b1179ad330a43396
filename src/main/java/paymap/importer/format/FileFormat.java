package paymap.importer.format;

import java.util.Map;
import java.util.function.Supplier;
import paymap.importer.column.Column;
import paymap.importer.column.Columns;
import paymap.importer.column.JsonColumns;
import paymap.job.OtherStores;

/** How a file holds its rows, with what its reader must know. */
public sealed interface FileFormat {

    /** How fingerprints of databases begin, so that runs that brought their openings are known. */
    String DATABASE_MARK = "db-";

    FileKind kind();

    /** A new reader for one file. */
    RowReader reader(SavedPages site, ImportSettings settings);

    /** What the columns that are read are called in the file, for people; empty where it has none. */
    default Map<Column, String> columns() {
        return Map.of();
    }

    record Har() implements FileFormat {
        @Override
        public FileKind kind() {
            return FileKind.HAR;
        }

        @Override
        public RowReader reader(SavedPages site, ImportSettings settings) {
            return new HarReader(site);
        }
    }

    record Page() implements FileFormat {
        @Override
        public FileKind kind() {
            return FileKind.PAGE;
        }

        @Override
        public RowReader reader(SavedPages site, ImportSettings settings) {
            return new PageReader(site);
        }
    }

    /**
     * Objects.
     *
     * @param columns of the first that is a row; empty where only replies of a site were seen
     * @param oneALine whether each line is a value; else there is one, or an array of them
     */
    record Json(Map<Column, String> columns, boolean oneALine) implements FileFormat {
        @Override
        public FileKind kind() {
            return oneALine ? FileKind.JSON_LINES : FileKind.JSON;
        }

        @Override
        public RowReader reader(SavedPages site, ImportSettings settings) {
            JsonRows rows = rows(site, settings);
            return oneALine ? new JsonLinesReader(rows) : new JsonReader(rows);
        }

        static JsonRows rows(SavedPages site, ImportSettings settings) {
            return new JsonRows(site, new JsonColumns(settings.columns(), settings.hasCity()));
        }
    }

    /**
     * Rows of cells.
     *
     * @param separator of its cells: a comma, a tab, a semicolon or a bar
     * @param forExcel whether paymap wrote it for Excel
     */
    record Table(Columns layout, char separator, boolean forExcel) implements FileFormat {
        @Override
        public FileKind kind() {
            return FileKind.TABLE;
        }

        @Override
        public RowReader reader(SavedPages site, ImportSettings settings) {
            return new TableReader(layout, separator, forExcel);
        }

        @Override
        public Map<Column, String> columns() {
            return layout.told();
        }
    }

    /** Another store, which is read where it stands and not as a stream. */
    record Database(Supplier<OtherStores.Rows> stored) implements FileFormat {
        @Override
        public FileKind kind() {
            return FileKind.DATABASE;
        }

        @Override
        public RowReader reader(SavedPages site, ImportSettings settings) {
            return new DatabaseReader(stored);
        }
    }

    /**
     * No file: pages that a person looks at now.
     *
     * @param pages tells them as they come, until the visit ends; the text that it is given is empty
     */
    record Visit(RowReader pages) implements FileFormat {
        @Override
        public FileKind kind() {
            return FileKind.VISIT;
        }

        @Override
        public RowReader reader(SavedPages site, ImportSettings settings) {
            return pages;
        }
    }

    /** Nothing that can be read. */
    record Unknown(ReadResult.Failed why) implements FileFormat {

        /** @param why a part of a sentence for people */
        Unknown(FailureKind kind, String why) {
            this(new ReadResult.Failed(kind, why));
        }

        @Override
        public FileKind kind() {
            return FileKind.UNKNOWN;
        }

        @Override
        public RowReader reader(SavedPages site, ImportSettings settings) {
            return (text, rows) -> why;
        }
    }
}

package paymap.importer.format;

/** How a file holds its rows, with what its reader must know. */
public sealed interface FileFormat {

    FileKind kind();

    /** A new reader for one file. */
    RowReader reader(SavedPages site, ImportSettings settings);

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

    /** One value, or an array of them. */
    record Json() implements FileFormat {
        @Override
        public FileKind kind() {
            return FileKind.JSON;
        }

        @Override
        public RowReader reader(SavedPages site, ImportSettings settings) {
            return new JsonReader(new JsonRows(site, new JsonColumns(settings.columns())));
        }
    }

    /** One value a line. */
    record JsonLines() implements FileFormat {
        @Override
        public FileKind kind() {
            return FileKind.JSON_LINES;
        }

        @Override
        public RowReader reader(SavedPages site, ImportSettings settings) {
            return new JsonLinesReader(new JsonRows(site, new JsonColumns(settings.columns())));
        }
    }

    /** @param separator of its cells: a comma, a tab, a semicolon or a bar */
    record Table(Columns columns, char separator) implements FileFormat {
        @Override
        public FileKind kind() {
            return FileKind.TABLE;
        }

        @Override
        public RowReader reader(SavedPages site, ImportSettings settings) {
            return new TableReader(columns, separator);
        }
    }

    /** @param why a part of a sentence for people */
    record Unknown(String why) implements FileFormat {
        @Override
        public FileKind kind() {
            return FileKind.UNKNOWN;
        }

        @Override
        public RowReader reader(SavedPages site, ImportSettings settings) {
            return (text, rows) -> new ReadResult.Failed(why);
        }
    }
}

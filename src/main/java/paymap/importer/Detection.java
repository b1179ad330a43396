package paymap.importer;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import paymap.files.FileTrouble;
import paymap.importer.column.Column;
import paymap.importer.column.ColumnTrouble;
import paymap.importer.column.ColumnsException;
import paymap.importer.format.DetectedFile;
import paymap.importer.format.FileDetector;
import paymap.importer.format.FileKind;
import paymap.importer.text.Source;
import paymap.words.Words;

/**
 * What each file of an import is. One that a person named must be a list; one that lies among lists in a folder or an
 * archive may be anything, and is passed over then.
 */
final class Detection {

    private final FileDetector detector;
    private final List<DetectedFile> files = new ArrayList<>();
    private @Nullable ColumnsException first;

    private Detection(FileDetector detector) {
        this.detector = detector;
    }

    /**
     * @return one for each, in their order
     * @throws ColumnsException as {@link Importer#of} does
     * @throws FileSystemException if one cannot be read
     */
    static List<DetectedFile> of(List<Source> sources, FileDetector detector) throws IOException {
        Detection detection = new Detection(detector);
        for (Source source : sources) {
            detection.detect(source);
        }
        return detection.told();
    }

    private void detect(Source source) throws IOException {
        try {
            files.add(detector.detect(source));
        } catch (ColumnsException e) {
            Optional<String> why = e.trouble().match(new NoList());
            if (!source.isFound() || why.isEmpty()) {
                throw e;
            }
            first = first == null ? e : first;
            files.add(DetectedFile.stray(source, why.get()));
        } catch (IOException e) {
            throw new FileSystemException(source.name(), null, FileTrouble.reading(e));
        }
    }

    /** Where there is no list, nothing lies among lists. */
    private List<DetectedFile> told() {
        if (files.stream().anyMatch(file -> file.format().kind() != FileKind.UNKNOWN)) {
            return files.stream().map(DetectedFile::passedOver).toList();
        }
        if (first != null) {
            throw first;
        }
        return files;
    }

    /** Why a table or JSON is no list of postings; empty = it may be one, and the person has to say more. */
    private static final class NoList implements ColumnTrouble.Words<Optional<String>> {

        @Override
        public Optional<String> missing(ColumnTrouble.Missing trouble) {
            String lacking = trouble.columns().stream()
                    .map(Column::code)
                    .reduce((one, another) -> Words.say("%s or the %s", one, another))
                    .orElse("");
            return Optional.of(Words.say("it has no column that is known to be the %s", lacking));
        }

        @Override
        public Optional<String> noSuch(ColumnTrouble.NoSuch trouble) {
            return Optional.of(Words.say("it has no column \"%s\"", trouble.wanted()));
        }

        @Override
        public Optional<String> twoMeanings(ColumnTrouble.TwoMeanings trouble) {
            return Optional.empty();
        }
    }
}

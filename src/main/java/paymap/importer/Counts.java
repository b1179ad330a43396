package paymap.importer;

import paymap.job.ImportSink.UpsertResult;

/** Rows by what became of them. */
public record Counts(long inserted, long updated, long duplicates) {

    static final Counts NONE = new Counts(0, 0, 0);

    Counts plus(UpsertResult became) {
        return switch (became) {
            case INSERTED -> new Counts(inserted + 1, updated, duplicates);
            case UPDATED -> new Counts(inserted, updated + 1, duplicates);
            case DUPLICATE -> new Counts(inserted, updated, duplicates + 1);
        };
    }

    public long all() {
        return inserted + updated + duplicates;
    }
}

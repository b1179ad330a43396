package paymap.cli.importing;

import java.util.Collections;
import java.util.List;
import paymap.job.ImportSink;
import paymap.job.ImportSink.UpsertResult;

/** Keeps nothing: for a look at what would be read. */
final class DiscardingSink implements ImportSink {

    @Override
    public List<UpsertResult> put(List<Entry> rows) {
        return Collections.nCopies(rows.size(), UpsertResult.INSERTED);
    }

    @Override
    public void commit() {}

    @Override
    public void renew() {}

    @Override
    public List<Run> end(boolean complete, String why) {
        return List.of();
    }
}

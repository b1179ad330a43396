package paymap.cli.importing;

import paymap.job.RejectReason;
import paymap.job.RowResult.Rejected;

/** Why a row was rejected, for a person who can add an option. */
final class RejectWords {

    private RejectWords() {}

    static String of(Rejected rejected) {
        return rejected.reason() == RejectReason.NO_CITY ? rejected.why() + "; --city names one" : rejected.why();
    }
}

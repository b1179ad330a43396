package paymap.cli.importing;

import paymap.importer.format.ReadResult;
import paymap.job.RejectReason;
import paymap.job.RowResult.Rejected;
import paymap.words.Sentence;
import paymap.words.Words;

/** Why a file or a row was not taken, for a person who can add an option or run another command. */
final class FailureWords {

    private FailureWords() {}

    static String of(ReadResult.Failed failed) {
        return switch (failed.kind()) {
            case NOT_A_LIST, BROKEN -> failed.why();
            case STRAY -> Words.say("passed over: %s", failed.why());
            case NOT_WHOLE -> Words.say("%s; save it again, or copy the file once more", failed.why());
            case NO_ENCODING -> Words.say("%s; --encoding names another", failed.why());
        };
    }

    static String of(Rejected rejected) {
        return sentence(rejected).said();
    }

    /** The same for files and for scripts. */
    static String english(Rejected rejected) {
        return sentence(rejected).english();
    }

    private static Sentence sentence(Rejected rejected) {
        return rejected.reason() == RejectReason.NO_CITY ? Words.later("no city; --city names one") : rejected.why();
    }
}

package paymap.cli.importing;

import paymap.importer.format.ReadResult;
import paymap.job.RejectReason;
import paymap.job.RowResult.Rejected;

/** Why a file or a row was not taken, for a person who can add an option or run another command. */
final class FailureWords {

    private FailureWords() {}

    static String of(ReadResult.Failed failed) {
        return switch (failed.kind()) {
            case NOT_A_LIST, BROKEN -> failed.why();
            case NO_ENCODING -> failed.why() + "; --encoding names another";
            case PARQUET ->
                failed.why() + "; paymap export --format csv writes the same rows as a table, which can be imported";
        };
    }

    static String of(Rejected rejected) {
        return rejected.reason() == RejectReason.NO_CITY ? rejected.why() + "; --city names one" : rejected.why();
    }
}

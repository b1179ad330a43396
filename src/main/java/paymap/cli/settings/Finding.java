package paymap.cli.settings;

/**
 * What one check found.
 *
 * @param what was looked at, in a word
 * @param level how it is
 * @param found what was seen
 * @param remedy what to do about it; empty = nothing
 */
record Finding(String what, Level level, String found, String remedy) {

    enum Level {
        OK,
        /** Something works less well than it could. */
        WARNING,
        /** A main command cannot work. */
        TROUBLE
    }

    static Finding ok(String what, String found) {
        return new Finding(what, Level.OK, found, "");
    }

    static Finding warning(String what, String found, String remedy) {
        return new Finding(what, Level.WARNING, found, remedy);
    }

    static Finding trouble(String what, String found, String remedy) {
        return new Finding(what, Level.TROUBLE, found, remedy);
    }
}

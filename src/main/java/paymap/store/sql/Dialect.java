package paymap.store.sql;

/** Where the engines differ. All else is written once, in words that each of them understands. */
public enum Dialect {
    /** One file, in whose transactions nobody else can write: there is nothing to lock. */
    SQLITE("", "", "CROSS JOIN"),

    /** A server for many machines: whoever is going to change a row that others may change locks it first. */
    POSTGRESQL(" FOR UPDATE", " FOR UPDATE SKIP LOCKED", "JOIN");

    private final String forUpdate;
    private final String skippingLocked;
    private final String joinInOrder;

    Dialect(String forUpdate, String skippingLocked, String joinInOrder) {
        this.forUpdate = forUpdate;
        this.skippingLocked = skippingLocked;
        this.joinInOrder = joinInOrder;
    }

    /** Whether others write while a transaction does, so that it must lock what it is going to change. */
    public boolean locks() {
        return !forUpdate.isEmpty();
    }

    /** The end of a query whose rows stay as they are until the transaction ends. */
    public String forUpdate() {
        return forUpdate;
    }

    /** The same, of rows that nobody else has locked. */
    public String skippingLocked() {
        return skippingLocked;
    }

    /** A join in the order it is written in, where an engine cannot be left to find it. */
    public String joinInOrder() {
        return joinInOrder;
    }
}

package paymap.pmap;

/** Runs one scan, in this process or with the help of children. */
public interface Scanner {

    /**
     * Runs to the end, or until {@link #stop}; the listener is called on this thread only.
     *
     * @throws CouldNotScan if it cannot even begin
     */
    void run(ScanListener listener) throws InterruptedException;

    /** Ends the scan soon, from any thread; what is known is told. */
    void stop();
}

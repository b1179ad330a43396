package paymap.pmap.ping;

import java.util.Iterator;
import paymap.pmap.ScanListener;
import paymap.pmap.target.Address;

/** One way to find out which hosts answer ping. */
interface Pinger {

    /** Hears once of each host whether it is alive or silent, or could not be asked, on the thread that runs the sweep. */
    interface Listener extends ScanListener {
        /** This machine could not ask it, for a reason that another host may not have. */
        void failed(Address host, String why);

        /** A moment to tell how far it is; called several times a second. */
        void onTick();
    }

    /** As it stands in "Pinging with %s." */
    String name();

    /** Asks every target; ends early after {@link #stop}. Each target is taken when there is room for it. */
    void sweep(Iterator<Address> targets, Listener listener) throws InterruptedException;

    /** Ends a sweep soon; from any thread. */
    void stop();
}

package paymap.pmap.ping;

import java.util.Iterator;
import paymap.pmap.target.Address;

/** One way to find out which hosts answer ping. */
interface Pinger {

    /** What becomes of each host, told on the thread that runs the sweep, once a host. */
    interface Listener {
        /** @param rttMicros -1 where it is not known */
        void alive(Address host, long rttMicros);

        void silent(Address host);

        /** This machine could not ask it, for a reason that another host may not have. */
        void failed(Address host, String why);

        /** A moment to tell how far it is; called several times a second. */
        void onTick();
    }

    /** In words for people. */
    String name();

    /** Asks every target; ends early after {@link #stop}. Each target is taken when there is room for it. */
    void sweep(Iterator<Address> targets, Listener listener) throws InterruptedException;

    /** Ends a sweep soon; from any thread. */
    void stop();
}

package paymap.pmap.ping;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import paymap.pmap.target.Address;

/** Writes down what a pinger tells. */
final class Told implements Pinger.Listener {
    private final List<String> told = new ArrayList<>();

    List<String> inOrder() {
        return List.copyOf(told);
    }

    /** Sorted, for hosts that are asked at once. */
    List<String> sorted() {
        List<String> sorted = new ArrayList<>(told);
        Collections.sort(sorted);
        return sorted;
    }

    @Override
    public void alive(Address host, long rttMicros) {
        told.add(host + " alive " + rttMicros);
    }

    @Override
    public void silent(Address host) {
        told.add(host + " silent");
    }

    @Override
    public void failed(Address host, String why) {
        told.add(host + " failed: " + why);
    }

    @Override
    public void onTick() {}
}

package paymap.schedule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Runs a few threads in every order that a bounded number of switches allows, one at a time: whoever runs goes on until it comes to
 * a {@linkplain #point point}, ends, or waits for a lock. What collaborators are handed in calls {@code point}, so that a thread is
 * stopped in the middle of what should be one step; each order is tried once, and found again by its number.
 */
public final class Schedules {

    /** What several threads do to one object, made anew for each order. */
    public interface Trial {
        /** What each thread does. */
        List<Runnable> threads();

        /** Throws where what is left of it is not as it should be; called when all have ended. */
        void check();
    }

    private final Supplier<Trial> trials;
    private final int mostSwitches;
    private Baton baton;
    private int tried;

    /** @param mostSwitches from a thread that could have gone on; two show nearly all that can go wrong */
    public Schedules(int mostSwitches, Function<Runnable, Trial> trial) {
        this.mostSwitches = mostSwitches;
        this.trials = () -> trial.apply(this::point);
    }

    /** How many orders were tried. */
    public int tried() {
        return tried;
    }

    /** Tries all orders; the first that goes wrong is told with its choices. */
    public void all() {
        // Once without a stop: who is stopped while a class is made ready keeps all others from it.
        trials.get().threads().forEach(Runnable::run);
        Deque<List<Integer>> open = new ArrayDeque<>(List.of(List.of()));
        while (!open.isEmpty()) {
            List<Integer> choices = open.pop();
            Trial trial = trials.get();
            baton = new Baton(trial.threads(), choices);
            List<Baton.Choice> made = baton.run();
            tried++;
            checked(trial, made);
            branch(choices.size(), made, open);
        }
    }

    private void checked(Trial trial, List<Baton.Choice> made) {
        try {
            baton.rethrow();
            trial.check();
        } catch (RuntimeException | Error e) {
            throw new AssertionError(
                    "in the order " + made.stream().map(Baton.Choice::taken).toList(), e);
        }
    }

    /** The orders that begin like this one and take another thread at one later place. */
    private void branch(int given, List<Baton.Choice> made, Deque<List<Integer>> open) {
        List<Integer> before = new ArrayList<>();
        int switches = 0;
        for (int i = 0; i < made.size(); i++) {
            Baton.Choice choice = made.get(i);
            for (int other : choice.possible()) {
                boolean isSwitch = choice.possible().contains(choice.running()) && other != choice.running();
                if (i >= given && other != choice.taken() && switches + (isSwitch ? 1 : 0) <= mostSwitches) {
                    List<Integer> next = new ArrayList<>(before);
                    next.add(other);
                    open.push(next);
                }
            }
            switches += choice.isSwitch() ? 1 : 0;
            before.add(choice.taken());
        }
    }

    /** A place at which another thread may go on; elsewhere than in a trial it does nothing. */
    private void point() {
        Baton held = baton;
        if (held != null) {
            held.point();
        }
    }
}

package paymap.importer.browser;

import java.util.HashMap;
import java.util.Map;
import paymap.importer.format.RowHandler;
import paymap.words.Words;

/** The one address that the person has typed: a tab of its own, and the address in it as soon as that is listened to. */
final class Opening {

    /** So often it is tried, a quarter of a second apart where nothing else happens. Chosen, not measured. */
    static final int MOST_TRIES = 100;

    private final Commands browser;
    private final RowHandler rows;
    private final Map<Long, Told.Opened> asked = new HashMap<>(); // to tell of replies, by the command
    private final Map<String, String> sessions = new HashMap<>(); // of tabs that do, by their names
    private String address = ""; // empty = there is nothing to open, or no more
    private long command; // that is to open the tab, until it is answered; 0 = none is
    private String tab = ""; // that was opened; empty = none yet
    private int tries;

    Opening(Commands browser, RowHandler rows) {
        this.browser = browser;
        this.rows = rows;
    }

    /** @param typed empty = none */
    void begin(String typed) {
        address = typed;
    }

    /** Opens the tab if it is not yet. A browser has tabs before it has a window for one, so it may refuse at first. */
    void tryIt() throws InterruptedException {
        if (!address.isEmpty() && tab.isEmpty() && command == 0) {
            tries++;
            command = browser.open();
        }
    }

    /** @param telling the command to tell of its replies: before it is answered the tab may go anywhere unheard */
    void listenedTo(Told.Opened opened, long telling) {
        if (!address.isEmpty()) {
            asked.put(telling, opened);
        }
    }

    /** @return whether the answer was to this */
    boolean answered(Told.Text answer) throws InterruptedException {
        Told.Opened tells = asked.remove(answer.command());
        if (tells != null) {
            sessions.put(tells.target(), tells.session());
            goTo();
            return true;
        }
        if (command == 0 || answer.command() != command) {
            return false;
        }
        command = 0;
        if (answer.text() != null) {
            tab = answer.text();
            goTo();
        } else if (tries >= MOST_TRIES) {
            address = "";
            rows.note(Words.say("the browser opens no tab: go to the address yourself"));
        }
        return true;
    }

    /** What the tab is called and that it tells of replies come in any order. */
    private void goTo() throws InterruptedException {
        String session = sessions.get(tab);
        if (session != null) {
            browser.goTo(session, address);
            address = "";
            asked.clear();
            sessions.clear();
        }
    }
}

package paymap.importer.browser;

import java.io.IOException;
import paymap.importer.text.JsonTree;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Puts {@link Command}s into messages, with a number each. The only way to say anything to a browser. */
final class Commands {

    /** Takes a message to the browser. */
    interface Way {
        void say(String json) throws IOException, InterruptedException;
    }

    /** Nobody listens any more. */
    static final class Unheard extends RuntimeException {
        Unheard(IOException cause) {
            super(cause);
        }
    }

    private final Way way;
    private long last;

    Commands(Way way) {
        this.way = way;
    }

    /** @param session to whom; empty = the browser itself */
    void tellOfTabs(String session) throws InterruptedException {
        say(Command.TELL_OF_TABS, session, Command.TELL_OF_TABS.parameters);
    }

    /** @return the number that the answer will have */
    long tellOfReplies(String session) throws InterruptedException {
        return say(Command.TELL_OF_REPLIES, session, Command.TELL_OF_REPLIES.parameters);
    }

    void goOn(String session) throws InterruptedException {
        say(Command.GO_ON, session, Command.GO_ON.parameters);
    }

    /** @return the number that the answer will have */
    long textOf(Told.Id reply) throws InterruptedException {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode().put("requestId", reply.request());
        return say(Command.TEXT_OF, reply.session(), parameters.toString());
    }

    /** @return the number that the answer will have */
    long open() throws InterruptedException {
        return say(Command.OPEN, "", Command.OPEN.parameters);
    }

    void goTo(String session, String address) throws InterruptedException {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode().put("url", address);
        say(Command.GO_TO, session, parameters.toString());
    }

    private long say(Command command, String session, String parameters) throws InterruptedException {
        last++;
        ObjectNode message =
                JsonNodeFactory.instance.objectNode().put("id", last).put("method", command.method);
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        message.set("params", JsonTree.JSON.readTree(parameters));
        try {
            way.say(message.toString());
        } catch (IOException e) {
            throw new Unheard(e);
        }
        return last;
    }
}

package paymap.page.web;

import java.util.Map;
import paymap.words.Words;

/** Which handler answers which path. */
public final class Routes {

    private static final int NOT_FOUND = 404;

    private final Map<String, Handler> byPath;

    private Routes(Map<String, Handler> byPath) {
        this.byPath = Map.copyOf(byPath);
    }

    /** @param byPath by exact paths, decoded; every other is not found */
    public static Routes of(Map<String, Handler> byPath) {
        return new Routes(byPath);
    }

    Response answer(Request request) {
        Handler handler = byPath.get(request.path());
        return handler == null
                ? Response.Whole.text(NOT_FOUND, Words.say("There is no such page here; all begins at /"))
                : handler.answer(request);
    }
}

package paymap.importer.browser;

/**
 * All that a browser is ever asked, of the Chrome DevTools Protocol: to tell of its tabs, to tell what they receive, for the
 * text of one reply, to go to the one address that the person has typed in a tab made for it, and to go on with a tab that it held back until
 * somebody listened. Nothing here clicks, changes or answers anything.
 */
enum Command {
    /**
     * Tell of the tabs and frames that are there and that come, over this one connection. Those that come wait for {@link
     * #GO_ON}, or for the end of the connection: else a tab that a link opens shows its page before anybody listens.
     */
    TELL_OF_TABS(
            "Target.setAutoAttach",
            "{\"autoAttach\":true,\"waitForDebuggerOnStart\":true,\"flatten\":true,"
                    + "\"filter\":[{\"type\":\"page\"},{\"type\":\"iframe\"}]}"),

    /** Go on with what waits. It puts nothing into the page, and no part of the browser is switched on for it. */
    GO_ON("Runtime.runIfWaitingForDebugger", "{}"),

    /** Tell of replies. What the browser keeps of them is bounded, and so is what it tells of a request's body. */
    TELL_OF_REPLIES(
            "Network.enable",
            "{\"maxTotalBufferSize\":" + Limits.BUFFER + ",\"maxResourceBufferSize\":" + Limits.REPLY
                    + ",\"maxPostDataSize\":" + Limits.ASKED + "}"),

    /** The text of a reply that has arrived. */
    TEXT_OF("Network.getResponseBody", ""),

    /** An empty tab for the address that the person has typed; at most one in a visit. */
    OPEN("Target.createTarget", "{\"url\":\"about:blank\"}"),

    /**
     * The address, in that tab, once it is listened to: one that a tab is made with is loaded before, though the tab is said to
     * wait, and its reply is missed on a busy machine (Chromium 150).
     */
    GO_TO("Page.navigate", "");

    /** As the protocol calls it. */
    final String method;

    /** In JSON; empty = it depends. */
    final String parameters;

    Command(String method, String parameters) {
        this.method = method;
        this.parameters = parameters;
    }
}

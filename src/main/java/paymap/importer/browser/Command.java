package paymap.importer.browser;

/**
 * All that a browser is ever asked, of the Chrome DevTools Protocol: to tell of its tabs, to tell what they receive, for the
 * text of one reply, and to open the one address that the person has typed. Nothing here clicks, changes or answers
 * anything.
 */
enum Command {
    /** Tell of the tabs and frames that are there and that come, over this one connection. */
    TELL_OF_TABS("Target.setAutoAttach", "{\"autoAttach\":true,\"waitForDebuggerOnStart\":false,\"flatten\":true}"),

    /** Tell of replies. What the browser keeps of them is bounded, and so is what it tells of a request's body. */
    TELL_OF_REPLIES(
            "Network.enable",
            "{\"maxTotalBufferSize\":" + Limits.BUFFER + ",\"maxResourceBufferSize\":" + Limits.REPLY
                    + ",\"maxPostDataSize\":" + Limits.ASKED + "}"),

    /** The text of a reply that has arrived. */
    TEXT_OF("Network.getResponseBody", ""),

    /** A tab at the address that the person has typed, once it can be listened to; at most one in a visit. */
    OPEN("Target.createTarget", "");

    /** As the protocol calls it. */
    final String method;

    /** In JSON; empty = it depends. */
    final String parameters;

    Command(String method, String parameters) {
        this.method = method;
        this.parameters = parameters;
    }
}

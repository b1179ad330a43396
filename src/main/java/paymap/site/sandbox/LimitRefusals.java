package paymap.site.sandbox;

import java.time.Duration;
import java.util.Set;
import paymap.site.sandbox.SandboxOptions.Era;
import paymap.site.sandbox.SandboxOptions.WhenTooFast;
import paymap.site.sandbox.data.SeededHash;
import paymap.site.sandbox.web.Pages;
import paymap.site.sandbox.web.Paths;
import paymap.site.sandbox.web.Refusals;
import paymap.site.sandbox.web.Reply;
import paymap.site.sandbox.web.ReplyKind;
import paymap.site.sandbox.web.Request;

/** What a client hears that is over the limit. */
final class LimitRefusals {
    private static final long NANOS = 1_000_000_000L;

    private final boolean isOld;
    private final WhenTooFast whenTooFast;

    LimitRefusals(Set<Era> eras, WhenTooFast whenTooFast) {
        this.isOld = eras.equals(Set.of(Era.CLASSIC));
        this.whenTooFast = whenTooFast;
    }

    /** The answer to a request over the limit, {@code left} before the next one can be served. */
    Reply tooFast(Request request, Duration left) {
        return switch (whenTooFast) {
            case STATE_2402 ->
                // Lagou's own script turned state 2402 into a trip to the challenge (2019); a page can only send there.
                Paths.isData(request) ? Refusals.state(ReplyKind.TOO_FAST, 2402) : challenge(request);
            case LOGIN -> Refusals.login(ReplyKind.TOO_FAST);
            case CHALLENGE -> challenge(request);
            case HTTP_429 ->
                Reply.of(429, "text/html;charset=UTF-8", Pages.notice("429 Too Many Requests"), ReplyKind.TOO_FAST)
                        .with("Retry-After", Long.toString(wholeSeconds(left)));
        };
    }

    /** Until 2020 the challenge came in place of the page; since 2021 a redirect leads to it. */
    private Reply challenge(Request request) {
        return isOld || Paths.isChallenge(request)
                ? Reply.html(ReplyKind.TOO_FAST, Pages.challenge(SeededHash.of("challenge", request.target())))
                : Refusals.securityCheck(ReplyKind.TOO_FAST, request);
    }

    /** Rounded up, so that a client that waits as told is not early. */
    private static long wholeSeconds(Duration left) {
        return Math.max(1, (left.toNanos() + NANOS - 1) / NANOS);
    }
}

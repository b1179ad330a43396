package paymap.site.http;

import java.io.IOException;
import java.time.InstantSource;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import paymap.crawl.Departure;

/**
 * Tells when a request is written: after the connection stands, so that its making squeezes no interval; asks before that
 * whether it still may be; and tells when its answer begins.
 */
final class Wire extends EventListener {

    /** It was not written, as {@link Departure#mayLeave} said. */
    static final class Kept extends IOException {
        Kept() {
            super("not written");
        }
    }

    private static final long UNKNOWN_LENGTH = -1; // the library's way to say so

    private final @Nullable Departure departure;
    private final InstantSource clock;
    private boolean told;
    private boolean isAnswered;

    private Wire(Call call, InstantSource clock) {
        this.departure = call.request().tag(Departure.class);
        this.clock = clock;
    }

    /** Tells of each call. */
    static EventListener.Factory telling(InstantSource clock) {
        return call -> new Wire(call, clock);
    }

    /** To stand between the connection and the request. */
    static Response ask(Interceptor.Chain chain) throws IOException {
        Departure departure = chain.request().tag(Departure.class);
        if (departure != null && !departure.mayLeave()) {
            throw new Kept();
        }
        return withoutInvitation(ofSomeLength(chain.proceed(chain.request())));
    }

    /**
     * The library takes a negative length for a mistake of its caller, and leaves the connection open when such a reply is
     * closed; it is a mistake of the site.
     */
    private static Response ofSomeLength(Response response) throws IOException {
        long length = response.body().contentLength();
        if (length < UNKNOWN_LENGTH) {
            throw new IOException("a reply of " + length + " bytes");
        }
        return response;
    }

    /**
     * After a 503 that says {@code Retry-After: 0} the library would ask again by itself, with a request that nobody has
     * paced or counted; to us a time of nothing means that none is named.
     */
    private static Response withoutInvitation(Response response) {
        boolean isInvited = response.header("Retry-After", "").strip().matches("0+");
        return isInvited ? response.newBuilder().removeHeader("Retry-After").build() : response;
    }

    @Override
    public void requestHeadersEnd(Call call, Request request) {
        if (request.body() == null) {
            tell();
        }
    }

    @Override
    public void requestBodyEnd(Call call, long byteCount) {
        tell();
    }

    @Override
    public void responseHeadersEnd(Call call, Response response) {
        if (departure != null && !isAnswered) {
            isAnswered = true;
            departure.answered(clock.instant());
        }
    }

    private void tell() {
        if (departure != null && !told) {
            told = true;
            departure.left(clock.instant());
        }
    }
}

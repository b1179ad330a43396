package paymap.store.postgres;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import paymap.words.Words;

/**
 * Where a PostgreSQL database is, as a person types it: {@code postgresql://user@host:port/database?parameters}, as psql
 * takes it, or a JDBC URL. The password is never part of it, as others on the machine see what is typed.
 *
 * @param jdbc for the driver, without a password
 * @param user null = as the driver finds it: PGUSER's or this system's
 * @param shown for people, and to be typed once more
 */
public record PostgresAddress(String jdbc, @Nullable String user, String shown) {

    private static final Pattern FORMS = Pattern.compile("(?i)(jdbc:)?postgres(ql)?:.*");
    private static final Pattern SECRET = Pattern.compile("(?i)[?&](password|sslpassword)=");

    /** Hosts to which nothing leaves this machine. */
    private static final Pattern LOCAL = Pattern.compile("(?i)localhost|127\\.[0-9.]+|\\[?::1\\]?|");

    /** Whether a text is meant as one. */
    public static boolean isOne(String typed) {
        return FORMS.matcher(typed).matches();
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if it is none, or holds a password
     */
    public static PostgresAddress of(String typed) {
        String bare = typed.replaceFirst("(?i)^jdbc:", "").replaceFirst("(?i)^postgres(ql)?:(//)?", "postgresql://");
        URI address;
        try {
            address = new URI(bare);
        } catch (URISyntaxException e) {
            throw wrong(typed);
        }
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        String userInfo = address.getRawUserInfo() == null ? "" : address.getRawUserInfo();
        if (userInfo.contains(":") || SECRET.matcher(query).find()) {
            throw new IllegalArgumentException(Words.say(
                    "an address must not hold a password, which everybody on this machine could read; set PGPASSWORD or"
                            + " write ~/.pgpass"));
        }
        String authority = address.getRawAuthority() == null ? "" : address.getRawAuthority();
        String hosts = authority.substring(authority.indexOf('@') + 1);
        String path = address.getRawPath() == null ? "" : address.getRawPath();
        if (path.length() < 2 && !query.contains("service=")) {
            throw wrong(typed);
        }
        return new PostgresAddress(
                "jdbc:postgresql://" + hosts + path + safe(query, hosts),
                userInfo.isEmpty() ? null : URI.create("x://" + userInfo + "@x").getUserInfo(),
                "postgresql://" + authority + path + query);
    }

    private static IllegalArgumentException wrong(String typed) {
        return new IllegalArgumentException(Words.say(
                "\"%s\" is no address of a database; allowed: %s", typed, "postgresql://user@host:port/database"));
    }

    /** Who listens on the way is kept out unless the person says otherwise. */
    private static String safe(String query, String hosts) {
        boolean local = Arrays.stream(hosts.split(","))
                .map(host -> host.replaceFirst(":\\d+$", ""))
                .allMatch(host -> LOCAL.matcher(host).matches());
        if (local || query.toLowerCase(Locale.ROOT).contains("sslmode=")) {
            return query;
        }
        return query + (query.isEmpty() ? "?" : "&") + "sslmode=verify-full";
    }

    /** What the driver is to know beside the address; the password only where the environment has one. */
    Properties properties(Map<String, String> environment) {
        Properties properties = new Properties();
        if (user != null) {
            properties.setProperty("user", user);
        } else if (environment.get("PGUSER") != null) {
            properties.setProperty("user", environment.get("PGUSER"));
        }
        if (environment.get("PGPASSWORD") != null) {
            properties.setProperty("password", environment.get("PGPASSWORD"));
        }
        properties.setProperty("ApplicationName", "paymap");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("socketTimeout", "120");
        properties.setProperty("tcpKeepAlive", "true");
        return properties;
    }

    @Override
    public String toString() {
        return shown;
    }
}

package paymap.store.postgres;

import java.net.URI;
import java.net.URISyntaxException;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import paymap.words.Words;

/**
 * Where a PostgreSQL database is, as a person types it: {@code postgresql://user@host:port/database?parameters}, as psql
 * takes it, or a JDBC URL; several hosts by commas. The password is never part of it, as others on the machine see what is typed.
 *
 * @param jdbc for the driver, without a password
 * @param user null = as the driver finds it: PGUSER's or this system's
 * @param shown for people, and to be typed once more
 */
public record PostgresAddress(String jdbc, @Nullable String user, String shown) {

    private static final Pattern FORMS = Pattern.compile("(?i)(jdbc:)?postgres(ql)?:.*");
    /** Behind the first colon of an authority stands a port, or a password. */
    private static final Pattern SECRET = Pattern.compile("(?i)//[^/?@\\[]*:(?!\\d+([/?,]|$)).*@|[?&][a-z]*password=");

    /** Words of psql's that the driver does not know and would pass over, on to a server on this machine. */
    private static final Pattern ELSEWHERE = Pattern.compile("[?&](host|hostaddr|port|dbname)=");

    /** Hosts to which nothing leaves this machine. */
    private static final Pattern LOCAL = Pattern.compile("(?i)localhost|127\\.[0-9]+\\.[0-9]+\\.[0-9]+|\\[?::1]?|");

    private static final Pattern SAID = Pattern.compile("[?&]sslmode=");

    /** Whether a text is meant as one. */
    public static boolean isOne(String typed) {
        return FORMS.matcher(typed).matches();
    }

    /**
     * Reads one; where it names a service, also that service's file.
     *
     * @throws IllegalArgumentException if it is none, or holds a password
     */
    public static PostgresAddress of(String typed) {
        DriverLog.silence();
        if (SECRET.matcher(typed).find()) {
            throw new IllegalArgumentException(Words.say(
                    "an address must not hold a password, which everybody on this machine could read; set PGPASSWORD or"
                            + " write ~/.pgpass"));
        }
        URI address = parsed(typed);
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        String authority = address.getRawAuthority() == null ? "" : address.getRawAuthority();
        String path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        String hosts = authority.substring(authority.indexOf('@') + 1);
        boolean complete = path.length() > 1 || query.contains("service=");
        boolean elsewhere = ELSEWHERE.matcher(query).find() || hosts.contains("%");
        if (!complete || elsewhere || address.getRawFragment() != null || path.indexOf('/', 1) > 0) {
            throw wrong(typed);
        }
        String userInfo = authority.contains("@") ? authority.substring(0, authority.indexOf('@')) : "";
        return new PostgresAddress(
                safe("jdbc:postgresql://" + hosts + path + query, typed),
                userInfo.isEmpty() ? null : URI.create("x://" + userInfo + "@x").getUserInfo(),
                "postgresql://" + authority + (path.length() > 1 ? path : "") + query);
    }

    private static URI parsed(String typed) {
        try {
            return new URI(
                    typed.replaceFirst("(?i)^jdbc:", "").replaceFirst("(?i)^postgres(ql)?:(//)?", "postgresql://"));
        } catch (URISyntaxException e) {
            throw wrong(typed);
        }
    }

    private static IllegalArgumentException wrong(String typed) {
        return new IllegalArgumentException(Words.say(
                "\"%s\" is no address of a database; allowed: %s", typed, "postgresql://user@host:port/database"));
    }

    /** Who listens on the way is kept out unless the person, or the service that is named, says otherwise. */
    private static String safe(String jdbc, String typed) {
        Map<String, String> known = new HashMap<>();
        try {
            for (DriverPropertyInfo info : DriverManager.getDriver(jdbc).getPropertyInfo(jdbc, new Properties())) {
                if (info.value != null) {
                    known.put(info.name, info.value);
                }
            }
        } catch (SQLException e) {
            throw wrong(typed);
        }
        boolean local = Arrays.stream(known.getOrDefault("PGHOST", "localhost").split(","))
                .allMatch(host -> LOCAL.matcher(host).matches());
        if (local || known.containsKey("sslmode") || SAID.matcher(jdbc).find()) {
            return jdbc;
        }
        return jdbc + (jdbc.contains("?") ? "&" : "?") + "sslmode=verify-full";
    }

    /** Whether it says itself whether statements are prepared by name. */
    boolean saysWhenToPrepare() {
        return jdbc().contains("prepareThreshold=");
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
        properties.setProperty(
                "prepareThreshold", "0"); // before it is known who is there; even COMMIT would be prepared
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

    /** Not loaded for the name of a file: logging takes long to begin. */
    private static final class DriverLog {
        /** Held, as a logger that nobody holds forgets its level. */
        private static final Logger LOG = Logger.getLogger("org.postgresql");

        /** Its warnings would stand beside our own sentences. */
        static void silence() {
            LOG.setLevel(Level.OFF);
        }
    }
}

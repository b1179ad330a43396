package paymap.cli.settings;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import paymap.cli.console.Durations;
import paymap.cli.console.TextEncoding;
import paymap.cli.console.UserAgent;
import paymap.cli.options.ChosenSite;
import paymap.cli.options.Sites;
import paymap.crawl.CrawlPlan;
import paymap.crawl.engine.Crawler;
import paymap.job.City;
import paymap.pace.Rate;
import paymap.words.Language;
import paymap.words.Words;

/** What may be set once for all commands that know the option of that name. */
enum SettingKey {
    DB(TextEncoding::path),
    SITE(ChosenSite::of),
    CITIES(City::listOf),
    KEYWORD(text -> {}),
    PER_CITY(text -> whole(text, CrawlPlan.MOST_PER_CITY)),
    THREADS(text -> whole(text, Crawler.MOST_THREADS)),
    RATE(Rate::of),
    MAX_WAIT(Durations.WAIT::of),
    COOKIES(TextEncoding::path),
    USER_AGENT(UserAgent::checked),
    ROBOTS(text -> {
        if (!List.of("obey", "ignore").contains(text.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(Words.say("allowed are obey and ignore"));
        }
    }),
    ERA(SettingKey::checkEra),
    LANG(SettingKey::checkLanguages),
    /** The folder of {@code chart}; other commands write to a place only when they are told. */
    OUT(TextEncoding::path);

    private static final Set<String> NOT_SET_UP = Set.of("sandbox", "pmap");
    private static final int LIKE = 2; // this many letters may differ

    private final BiConsumer<String, Sites> check;

    SettingKey(Consumer<String> check) {
        this.check = (text, sites) -> check.accept(text);
    }

    SettingKey(BiConsumer<String, Sites> check) {
        this.check = check;
    }

    /** As in the file, e.g. {@code per-city}; the option is the same with two dashes. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String option() {
        return "--" + key();
    }

    /** E.g. {@code PAYMAP_PER_CITY}. */
    String variable() {
        return "PAYMAP_" + name();
    }

    /** @throws IllegalArgumentException if it is not allowed */
    void check(String value, Sites sites) {
        check.accept(value, sites);
    }

    static Optional<SettingKey> of(String key) {
        return Arrays.stream(values()).filter(known -> known.key().equals(key)).findFirst();
    }

    /** The setting behind an option of a command; empty = it has none. */
    static Optional<SettingKey> of(String command, String option) {
        boolean otherPlace = option.equals(OUT.option()) && !command.equals("chart");
        // What files hold is not of the site and keyword that are usually crawled.
        boolean ofFiles = command.equals("import") && !option.equals(DB.option());
        return NOT_SET_UP.contains(command) || otherPlace || ofFiles || !option.startsWith("--")
                ? Optional.empty()
                : of(option.substring(2));
    }

    /** The known key that looks most like a mistyped one; empty = none looks like it. */
    static Optional<SettingKey> like(String typed) {
        return Arrays.stream(values())
                .min(Comparator.comparingInt((SettingKey known) -> distance(typed, known.key())))
                .filter(known -> distance(typed, known.key()) <= LIKE);
    }

    private static void checkEra(String text, Sites sites) {
        sites.options().stream()
                .filter(option -> option.name().equals(ERA.option()))
                .forEach(option -> option.check(text));
    }

    /** One, or several for the pictures of {@code chart}. */
    private static void checkLanguages(String text) {
        for (String name : text.split("[,，、]")) {
            if (Language.of(name.strip()).isEmpty()) {
                throw new IllegalArgumentException(Words.say("allowed are en and zh"));
            }
        }
    }

    private static void whole(String text, int most) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= most) {
                return;
            }
        } catch (NumberFormatException e) {
            // The sentence below says what is allowed.
        }
        throw new IllegalArgumentException(Words.say("allowed is a whole number from 1 to %d", most));
    }

    /** Letters to change, add or drop (Levenshtein). */
    private static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        Arrays.setAll(above, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[b.length()];
    }
}

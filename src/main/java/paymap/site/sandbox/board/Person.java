package paymap.site.sandbox.board;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import paymap.site.sandbox.data.MadeUpJob;
import paymap.site.sandbox.data.Recruiter;
import paymap.site.sandbox.data.SeededHash;

/** A made-up recruiter or visitor, whose every value carries one of {@link Recruiter#MARKERS}. */
record Person(int number) {

    private static final int PEOPLE = 1000;
    private static final String NAMES = "甲乙丙丁戊己庚辛壬癸";

    /** Who looks at the pages. */
    static final Person VISITOR = new Person(PEOPLE);

    /** Behind a posting. */
    static Person of(MadeUpJob job) {
        return new Person(SeededHash.below(PEOPLE, SeededHash.of("board", job.company(), job.id() % 3)));
    }

    String name() {
        return "示例招聘人" + NAMES.charAt(number % NAMES.length()) + "-PERSONAL-" + number;
    }

    String title() {
        return "招聘专员-PERSONAL-" + number;
    }

    String picture() {
        return "https://img.invalid/PERSONAL-" + number + ".png";
    }

    /** A number, key or token of his, told apart by a word. */
    String secret(String word) {
        return "PERSONAL-" + word + "-" + SeededHash.hex(12, SeededHash.of(word, number));
    }

    /** The account of a visitor, as boards hand it to their own pages. */
    Map<String, @Nullable Object> account() {
        return Tree.of(
                "userId", secret("user"),
                "name", name(),
                "phone", "PERSONAL-555-" + number,
                "email", "personal-" + number + "@example.invalid",
                "token", secret("token"),
                "clientIP", "PERSONAL-192.0.2.1",
                "headPic", picture());
    }
}

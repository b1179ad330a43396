package paymap.torture.lines;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import paymap.cli.Commands;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Makes command lines out of the options that there are: right ones, almost right ones, and wild ones. */
final class LineMaker {

    /** An option that no command has. */
    static final String FLAW = "--made-up-flaw";

    /** How many of a hundred lines are of each command; the dear ones are few. */
    private static final Map<String, Integer> SHARES = new LinkedHashMap<>();

    static {
        SHARES.put("stats", 21);
        SHARES.put("export", 12);
        SHARES.put("pmap", 15);
        SHARES.put("runs", 8);
        SHARES.put("pace", 8);
        SHARES.put("forget", 7);
        SHARES.put("import", 9);
        SHARES.put("crawl", 4);
        SHARES.put("chart", 2);
        SHARES.put("config", 4);
        SHARES.put("doctor", 1);
        SHARES.put("serve", 3);
        SHARES.put("sandbox", 3);
        SHARES.put("completion", 1);
        SHARES.put("version", 1);
        SHARES.put("help", 1);
    }

    private static final Map<String, CommandLine> COMMANDS = Commands.all().getSubcommands();

    private static final List<String> HOSTS = List.of(
            "127.0.0.1",
            "127.0.0.1-3",
            "127.0.0.8/30",
            "::1",
            "127.0.0.1,127.0.0.2",
            "127.0.0.1-",
            "127.0.0.1/33",
            "300.1.1.1",
            "127.1",
            "0127.0.0.1",
            ",",
            "127.0.0.2-127.0.0.1",
            "::1/129",
            "1:2:3",
            "@/nowhere",
            "-");

    private final Random random;
    private final LineValues values;
    private final Harmless harmless;
    private final Path ownDatabase;

    /**
     * @param random makes all choices
     * @param folder holds what {@link LineFolder} puts there
     */
    LineMaker(Random random, Path folder) {
        this.random = random;
        values = new LineValues(random, folder);
        harmless = new Harmless(folder);
        ownDatabase = folder.resolve("crawls.db");
    }

    /** The next one that may be tried. */
    List<String> next() {
        while (true) {
            List<String> line = perhaps();
            if (!line.isEmpty()) {
                return line;
            }
        }
    }

    /** The next one; empty = it may not be tried. */
    List<String> perhaps() {
        List<String> line = line();
        return harmless.is(line) ? line : List.of();
    }

    private List<String> line() {
        String command = command();
        List<String> line = new ArrayList<>();
        CommandLine known = COMMANDS.get(command);
        List<OptionSpec> options =
                known == null ? List.of() : known.getCommandSpec().options();
        for (int i = random.nextInt(5); i > 0 && !options.isEmpty(); i--) {
            add(options.get(random.nextInt(options.size())), line);
        }
        usual(command, line);
        disturbed(line);
        if (chance(90)) {
            line.add(0, command);
        } else {
            line.add(random.nextInt(line.size() + 1), command);
        }
        if ((command.equals("serve") || command.equals("sandbox")) && chance(95)) {
            line.add(FLAW);
        }
        return line;
    }

    private String command() {
        int left = random.nextInt(104);
        for (Map.Entry<String, Integer> share : SHARES.entrySet()) {
            left -= share.getValue();
            if (left < 0) {
                return share.getKey();
            }
        }
        return values.hostile();
    }

    /** What a command cannot do without, more often than not. */
    private void usual(String command, List<String> line) {
        switch (command) {
            case "crawl" -> {
                if (chance(80)) {
                    line.addAll(List.of("--cities", "bj", "--per-city", "1"));
                }
                // Of its own: elsewhere a line before may have said to leave the site alone for a week.
                line.addAll(List.of("--rate", "max", "--db=" + ownDatabase));
            }
            case "pmap" -> {
                if (chance(85)) {
                    line.add(HOSTS.get(random.nextInt(chance(60) ? 5 : HOSTS.size())));
                }
                line.addAll(chance(80) ? List.of("-p", "1-3") : List.of());
            }
            case "import" -> line.addAll(chance(85) ? List.of(values.readable()) : List.of());
            case "pace" -> line.addAll(chance(80) ? List.of(chance(70) ? "sandbox" : values.hostile()) : List.of());
            case "help" -> line.add(chance(60) ? command() : values.hostile());
            default -> line.addAll(chance(8) ? List.of(values.hostile()) : List.of());
        }
    }

    private void add(OptionSpec option, List<String> line) {
        String name = option.names()[random.nextInt(option.names().length)];
        boolean wantsValue = option.arity().max() > 0;
        int times = chance(4) ? 2 : 1;
        for (int i = 0; i < times; i++) {
            if (wantsValue != chance(5)) {
                String value = values.of(option);
                boolean apart = option.arity().min() > 0 && chance(60);
                line.addAll(apart ? List.of(name, value) : List.of(name + "=" + value));
            } else {
                line.add(name);
            }
        }
    }

    /** Now and then something that no grammar has foreseen. */
    private void disturbed(List<String> line) {
        if (chance(3)) {
            line.add(random.nextInt(line.size() + 1), "--");
        }
        if (chance(4)) {
            line.add(random.nextInt(line.size() + 1), values.hostile());
        }
        if (chance(2)) {
            line.add(random.nextInt(line.size() + 1), "@" + values.readable());
        }
        if (chance(3) && !line.isEmpty()) {
            misspelled(line, random.nextInt(line.size()));
        }
        if (chance(2)) {
            line.add("--help");
        }
        if (chance(2)) {
            Collections.shuffle(line, random);
        }
    }

    /** An option with a letter too many or too few; other words are left as they are. */
    private void misspelled(List<String> line, int which) {
        String word = line.get(which);
        if (word.startsWith("--") && word.length() > 4) {
            int at = 2 + random.nextInt(word.length() - 3);
            String end = word.substring(at + 1);
            line.set(which, word.substring(0, at) + (chance(50) ? "" : "xx") + end);
        }
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}

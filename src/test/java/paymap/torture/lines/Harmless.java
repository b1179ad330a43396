package paymap.torture.lines;

import java.io.InputStream;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import paymap.pmap.target.AddressRange;
import paymap.pmap.target.TargetText;

/** Which command lines may be tried: they end by themselves, ask this machine alone, and write to one folder. */
final class Harmless {

    /** These open a browser, ask a site, or stay. */
    private static final Set<String> NEVER =
            Set.of("--browser", "--browser-args", "--browser-path", "--profile", "--network", "--watch");

    private static final List<String> DEVICES = List.of("", "/dev/null", "/dev/full");

    private final String folder;

    Harmless(Path folder) {
        this.folder = folder.toString();
    }

    boolean is(List<String> line) {
        return line.stream().noneMatch(arg -> NEVER.contains(name(arg)))
                && isShort(line)
                && writesHere(line)
                && line.stream().allMatch(this::asksThisMachine);
    }

    private static String name(String arg) {
        int equals = arg.indexOf('=');
        return equals < 0 ? arg : arg.substring(0, equals);
    }

    /** What stays until Ctrl-C is tried where it is refused, or tells of itself. */
    private static boolean isShort(List<String> line) {
        boolean stays = line.contains("serve") || line.contains("sandbox") && !line.contains("crawl");
        boolean all = line.contains("crawl") && line.stream().anyMatch(arg -> arg.matches("(?i).*\\ball\\b.*"));
        return !all
                && !isSlow(line)
                && (!stays || line.contains("--help") || line.contains(LineMaker.FLAW) || !isFirst(line));
    }

    /** A scan of all usual ports that asks as few a second as it is told to is not hung. */
    private static boolean isSlow(List<String> line) {
        return line.contains("pmap")
                && !line.contains("-p")
                && line.stream().anyMatch(arg -> name(arg).equals("--max-rate"));
    }

    /** Behind another command the word is a value. */
    private static boolean isFirst(List<String> line) {
        String first =
                line.stream().filter(arg -> !arg.startsWith("-")).findFirst().orElse("");
        return first.equals("serve") || first.equals("sandbox") || line.get(0).startsWith("-");
    }

    private boolean writesHere(List<String> line) {
        for (int i = 0; i < line.size(); i++) {
            String arg = line.get(i);
            String name = name(arg);
            boolean joined = !name.equals(arg);
            if (LineValues.isPath(name)) {
                String value = joined ? arg.substring(name.length() + 1) : i + 1 < line.size() ? line.get(i + 1) : "";
                boolean ours = value.startsWith(folder) && !value.contains("..");
                if (!ours && !DEVICES.contains(value) && !value.startsWith("-")) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Neither a host that is not this one, nor the address of a site or a database elsewhere. */
    private boolean asksThisMachine(String arg) {
        String value = arg.substring(arg.indexOf('=') + 1);
        for (String text : List.of(arg, value)) {
            if (text.contains("lagou") || text.contains("://") && !text.contains("://127.0.0.1:1")) {
                return false;
            }
            if (!isLoopback(text)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLoopback(String text) {
        if (text.startsWith("@") || text.indexOf('.') < 0 && text.indexOf(':') < 0) {
            return true;
        }
        try {
            TargetText reader = new TargetText(
                    name -> {
                        throw new UnknownHostException(name);
                    },
                    InputStream.nullInputStream());
            return reader.targets(text, "", true).ranges().stream().allMatch(Harmless::isLoopback);
        } catch (IllegalArgumentException e) {
            return true; // refused
        }
    }

    private static boolean isLoopback(AddressRange range) {
        return range.first().isLoopback() && range.last().isLoopback() && range.count() <= 64;
    }
}

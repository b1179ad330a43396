package paymap.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came of a command: its exit code, standard output and standard error. */
public record Ran(int exitCode, String out, String err) {

    /** Runs paymap as a person does. */
    public static Ran paymap(String... args) {
        return paymap(Map.of(), args);
    }

    /** The same with variables of the environment. */
    public static Ran paymap(Map<String, String> environment, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode =
                Paymap.run(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), environment, args);
        return new Ran(exitCode, out.toString(UTF_8), err.toString(UTF_8));
    }

    /** Imports one file. */
    public static Ran imported(Path database, Path file, String... options) {
        List<String> args = new ArrayList<>(List.of("import", "--db", database.toString(), file.toString()));
        args.addAll(List.of(options));
        return paymap(args.toArray(String[]::new));
    }

    /** The same as somebody who reads Chinese. */
    public static Ran chinese(String... args) {
        return paymap(Map.of("LANG", "zh_CN.UTF-8"), args);
    }

    /**
     * The same as a process of its own, which knows nothing of what other tests did to this one.
     *
     * @param folder for what it prints; its settings are looked for there too
     */
    public static Ran process(Path folder, Map<String, String> environment, String... args)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", "");
        Path err = Files.createTempFile(folder, "err", "");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "paymap.Main"));
        command.addAll(List.of(args));
        ProcessBuilder process =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        process.environment().keySet().removeIf(name -> name.startsWith("PAYMAP_"));
        process.environment().put("XDG_CONFIG_HOME", folder.toString());
        process.environment().put("LC_ALL", "C.UTF-8");
        process.environment().putAll(environment);
        Process started = process.start();
        started.getOutputStream().close(); // nobody types
        return new Ran(started.waitFor(), Files.readString(out), Files.readString(err));
    }

    public JsonNode json() {
        return JsonMapper.builder().build().readTree(out);
    }
}

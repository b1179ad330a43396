package paymap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What measures is run seldom: that it no longer fits the code is to be seen at once. */
class BenchSourcesTest {

    @TempDir
    Path folder;

    @Test
    void eachThatMeasuresByOurClassesIsWrittenForThem() throws Exception {
        List<Path> sources = sources();
        assertTrue(sources.size() > 5, sources.toString());
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options =
                    List.of("-nowarn", "-proc:none", "-d", folder.toString(), "-cp", classPath(), "-encoding", "UTF-8");
            compiler.getTask(said, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
        }
        assertEquals("", said.toString());
    }

    /** But for those that have a build of their own. */
    private static List<Path> sources() throws Exception {
        try (Stream<Path> files = Files.walk(Path.of("bench"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> Stream.iterate(file.getParent(), folder -> folder != null, Path::getParent)
                            .noneMatch(folder -> Files.exists(folder.resolve("pom.xml"))))
                    .toList();
        }
    }

    /** A build tool may hide it in a jar's manifest, and then tells it apart. */
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .replace("\n", File.pathSeparator);
    }
}

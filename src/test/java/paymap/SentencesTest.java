package paymap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Sentences are for people: no code decides by the text of one. This sees the parsed source and not its types, so it
 * knows a sentence by its name ({@code why()}, {@code trouble}, {@code getMessage()} and the like), also behind
 * {@code strip()} and its kind. It does not see one that was given another name first.
 */
class SentencesTest {

    private static final Set<String> SENTENCES =
            Set.of("why", "trouble", "reason", "sentence", "words", "failure", "getMessage", "message");

    /** What can be asked of a text besides whether it is empty. */
    private static final Set<String> READING = Set.of(
            "startsWith",
            "endsWith",
            "contains",
            "matches",
            "equals",
            "equalsIgnoreCase",
            "contentEquals",
            "indexOf",
            "lastIndexOf",
            "charAt",
            "regionMatches",
            "compareTo",
            "matcher",
            "split");

    /** What a sentence is still the same sentence behind. */
    private static final Set<String> PASSING = Set.of(
            "strip",
            "trim",
            "toLowerCase",
            "toUpperCase",
            "substring",
            "replace",
            "replaceAll",
            "valueOf",
            "orElse",
            "orElseThrow",
            "get");

    @Test
    void nobodyReadsASentenceBack() throws IOException {
        List<JavaFileObject> sources = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                sources.add(source(file.toString(), Files.readString(file)));
            }
        }

        assertTrue(sources.size() > 200, "the sources are found");
        assertEquals(List.of(), readings(sources));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.why().startsWith(\"x\")",
                "a.b()\n.trouble()\n.strip().contains(\"x\")",
                "\"x\".equals(a.why())",
                "why.matches(\"x\")",
                "this.why.indexOf('x') >= 0",
                "String.valueOf(e.getMessage()).endsWith(\"x\")",
                "a.failure().orElse(\"\").equals(\"x\")",
                "P.matcher(a.why()).find()",
                "SET.contains(a.why())",
                "switch (a.why()) { case \"x\" -> true; default -> false; }"
            })
    void aReadingIsSeen(String expression) throws IOException {
        assertEquals(1, readings(List.of(sourceOf(expression))).size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.why().isEmpty()",
                "\"x: \" + a.why()",
                "a.kind().equals(b.kind())",
                "a.reason() == Reason.X",
                "told.add(a.why())"
            })
    void otherUsesAreLeftAlone(String expression) throws IOException {
        assertEquals(List.of(), readings(List.of(sourceOf(expression))));
    }

    private static List<String> readings(List<JavaFileObject> sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavacTask task = (JavacTask) compiler.getTask(null, null, null, null, null, sources);
        List<String> found = new ArrayList<>();
        for (CompilationUnitTree unit : task.parse()) {
            unit.accept(new Scan(unit.getSourceFile().getName(), found), null);
        }
        return found;
    }

    private static JavaFileObject sourceOf(String expression) {
        return source("/A.java", "class A { boolean b() { return " + expression + "; } }");
    }

    private static JavaFileObject source(String name, String text) {
        URI uri = Path.of(name).toUri();
        return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    private static final class Scan extends TreeScanner<Void, Void> {

        private final String file;
        private final List<String> found;

        Scan(String file, List<String> found) {
            this.file = file;
            this.found = found;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            if (call.getMethodSelect() instanceof MemberSelectTree select
                    && READING.contains(select.getIdentifier().toString())) {
                boolean reads = isSentence(select.getExpression())
                        || call.getArguments().stream().anyMatch(Scan::isSentence);
                note(reads, call);
            }
            return super.visitMethodInvocation(call, nothing);
        }

        @Override
        public Void visitSwitch(SwitchTree choice, Void nothing) {
            note(isSentence(choice.getExpression()), choice.getExpression());
            return super.visitSwitch(choice, nothing);
        }

        @Override
        public Void visitSwitchExpression(SwitchExpressionTree choice, Void nothing) {
            note(isSentence(choice.getExpression()), choice.getExpression());
            return super.visitSwitchExpression(choice, nothing);
        }

        private void note(boolean reads, Object what) {
            if (reads) {
                found.add(file + ": " + what);
            }
        }

        private static boolean isSentence(ExpressionTree expression) {
            if (expression instanceof ParenthesizedTree inner) {
                return isSentence(inner.getExpression());
            }
            if (expression instanceof IdentifierTree name) {
                return SENTENCES.contains(name.getName().toString());
            }
            if (expression instanceof MemberSelectTree field) {
                return SENTENCES.contains(field.getIdentifier().toString());
            }
            if (!(expression instanceof MethodInvocationTree call)) {
                return false;
            }
            String name = call.getMethodSelect() instanceof MemberSelectTree select
                    ? select.getIdentifier().toString()
                    : call.getMethodSelect().toString();
            boolean asked = call.getArguments().isEmpty() && SENTENCES.contains(name);
            boolean passed = PASSING.contains(name)
                    && (call.getArguments().stream().anyMatch(Scan::isSentence)
                            || call.getMethodSelect() instanceof MemberSelectTree select
                                    && isSentence(select.getExpression()));
            return asked || passed;
        }
    }
}

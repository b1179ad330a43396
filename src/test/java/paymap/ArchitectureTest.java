package paymap;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the map of packages: who may import whom, and where each library is at home. A new package must be drawn in. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("paymap");

    /** The ground floor: everybody may speak. */
    private static final String WORDS = "paymap.words";

    /** Ours that each package may import beside {@link #WORDS}; arrows point down only. */
    private static final Map<String, Set<String>> MAP = Map.ofEntries(
            Map.entry("paymap", Set.of("paymap.cli")),
            Map.entry("paymap.salary", Set.of()),
            Map.entry("paymap.salary.inference", Set.of("paymap.salary")),
            Map.entry("paymap.pace", Set.of()),
            Map.entry("paymap.files", Set.of()),
            Map.entry(WORDS, Set.of()),
            Map.entry("paymap.job", Set.of("paymap.job.age", "paymap.job.ladder", "paymap.salary")),
            Map.entry("paymap.job.ladder", Set.of()),
            Map.entry("paymap.job.age", Set.of()),
            Map.entry(
                    "paymap.figures",
                    Set.of("paymap.job", "paymap.job.ladder", "paymap.salary", "paymap.salary.inference")),
            Map.entry("paymap.crawl", Set.of("paymap.job", "paymap.pace")),
            Map.entry("paymap.crawl.watch", Set.of("paymap.crawl", "paymap.job", "paymap.pace")),
            Map.entry("paymap.crawl.engine", Set.of("paymap.crawl", "paymap.job", "paymap.pace")),
            Map.entry(
                    "paymap.importer",
                    Set.of(
                            "paymap.files",
                            "paymap.importer.column",
                            "paymap.importer.format",
                            "paymap.importer.text",
                            "paymap.job",
                            "paymap.pace",
                            "paymap.salary")),
            Map.entry("paymap.importer.format", Set.of("paymap.importer.column", "paymap.importer.text", "paymap.job")),
            Map.entry(
                    "paymap.importer.browser", Set.of("paymap.importer.format", "paymap.importer.text", "paymap.job")),
            Map.entry("paymap.importer.column", Set.of("paymap.job")),
            Map.entry("paymap.importer.text", Set.of("paymap.files")),
            Map.entry(
                    "paymap.site", Set.of("paymap.crawl", "paymap.importer.format", "paymap.pace", "paymap.site.http")),
            Map.entry(
                    "paymap.site.boss",
                    Set.of("paymap.importer.format", "paymap.job", "paymap.site", "paymap.site.http")),
            Map.entry(
                    "paymap.site.zhilian",
                    Set.of(
                            "paymap.importer.format",
                            "paymap.importer.text",
                            "paymap.job",
                            "paymap.site",
                            "paymap.site.http")),
            Map.entry("paymap.site.http", Set.of("paymap.crawl", "paymap.files", "paymap.job")),
            Map.entry(
                    "paymap.site.job51",
                    Set.of("paymap.importer.format", "paymap.job", "paymap.site", "paymap.site.http")),
            Map.entry(
                    "paymap.site.liepin",
                    Set.of("paymap.importer.format", "paymap.job", "paymap.site", "paymap.site.http")),
            Map.entry(
                    "paymap.site.lagou",
                    Set.of(
                            "paymap.crawl",
                            "paymap.files",
                            "paymap.importer.format",
                            "paymap.job",
                            "paymap.pace",
                            "paymap.site",
                            "paymap.site.http")),
            Map.entry(
                    "paymap.site.sandbox",
                    Set.of(
                            "paymap.site.sandbox.board",
                            "paymap.site.sandbox.data",
                            "paymap.site.sandbox.era",
                            "paymap.site.sandbox.fault",
                            "paymap.site.sandbox.web")),
            Map.entry("paymap.site.sandbox.data", Set.of()),
            Map.entry("paymap.site.sandbox.fault", Set.of("paymap.site.sandbox.data")),
            Map.entry("paymap.site.sandbox.web", Set.of("paymap.site.sandbox.data")),
            Map.entry(
                    "paymap.site.sandbox.board",
                    Set.of("paymap.site.sandbox.data", "paymap.site.sandbox.fault", "paymap.site.sandbox.web")),
            Map.entry(
                    "paymap.site.sandbox.era",
                    Set.of("paymap.site.sandbox.data", "paymap.site.sandbox.fault", "paymap.site.sandbox.web")),
            Map.entry(
                    "paymap.store",
                    Set.of(
                            "paymap.crawl",
                            "paymap.crawl.watch",
                            "paymap.job",
                            "paymap.job.ladder",
                            "paymap.job.age",
                            "paymap.pace",
                            "paymap.salary",
                            "paymap.store.postgres",
                            "paymap.store.query",
                            "paymap.store.sql",
                            "paymap.store.sqlite")),
            Map.entry(
                    "paymap.store.query",
                    Set.of("paymap.job", "paymap.job.age", "paymap.job.ladder", "paymap.salary", "paymap.store.sql")),
            Map.entry("paymap.store.postgres", Set.of("paymap.job", "paymap.pace", "paymap.store.sql")),
            Map.entry("paymap.store.sql", Set.of("paymap.job")),
            Map.entry("paymap.store.sqlite", Set.of("paymap.files", "paymap.job", "paymap.store.sql")),
            Map.entry(
                    "paymap.chart.figures",
                    Set.of("paymap.figures", "paymap.job", "paymap.job.ladder", "paymap.salary")),
            Map.entry("paymap.markup", Set.of()),
            Map.entry("paymap.chart.draw", Set.of("paymap.markup")),
            Map.entry(
                    "paymap.chart.pictures",
                    Set.of(
                            "paymap.chart.draw",
                            "paymap.chart.figures",
                            "paymap.figures",
                            "paymap.job",
                            "paymap.job.ladder",
                            "paymap.salary",
                            "paymap.salary.inference")),
            Map.entry(
                    "paymap.chart.echarts",
                    Set.of(
                            "paymap.chart.figures",
                            "paymap.chart.pictures",
                            "paymap.figures",
                            "paymap.job.ladder",
                            "paymap.salary",
                            "paymap.salary.inference")),
            Map.entry(
                    "paymap.chart",
                    Set.of(
                            "paymap.chart.draw",
                            "paymap.chart.echarts",
                            "paymap.chart.figures",
                            "paymap.chart.pictures",
                            "paymap.figures",
                            "paymap.files",
                            "paymap.job",
                            "paymap.markup",
                            "paymap.salary")),
            Map.entry(
                    "paymap.export",
                    Set.of(
                            "paymap.figures",
                            "paymap.job",
                            "paymap.job.ladder",
                            "paymap.salary",
                            "paymap.salary.inference")),
            Map.entry(
                    "paymap.page",
                    Set.of(
                            "paymap.chart",
                            "paymap.chart.draw",
                            "paymap.chart.figures",
                            "paymap.chart.pictures",
                            "paymap.crawl.watch",
                            "paymap.export",
                            "paymap.figures",
                            "paymap.job",
                            "paymap.job.ladder",
                            "paymap.markup",
                            "paymap.page.live",
                            "paymap.page.rows",
                            "paymap.page.web",
                            "paymap.salary")),
            Map.entry(
                    "paymap.page.rows",
                    Set.of("paymap.figures", "paymap.job", "paymap.job.ladder", "paymap.pace", "paymap.salary")),
            Map.entry("paymap.page.web", Set.of()),
            Map.entry("paymap.pmap", Set.of("paymap.pmap.target")),
            Map.entry("paymap.pmap.target", Set.of("paymap.files")),
            Map.entry("paymap.pmap.file", Set.of("paymap.files", "paymap.pmap", "paymap.pmap.target")),
            Map.entry(
                    "paymap.pmap.report",
                    Set.of("paymap.markup", "paymap.pmap", "paymap.pmap.file", "paymap.pmap.target")),
            Map.entry("paymap.pmap.tcp.engine", Set.of("paymap.pmap", "paymap.pmap.target")),
            Map.entry(
                    "paymap.pmap.tcp",
                    Set.of("paymap.pace", "paymap.pmap", "paymap.pmap.target", "paymap.pmap.tcp.engine")),
            Map.entry("paymap.pmap.banner", Set.of("paymap.pace", "paymap.pmap", "paymap.pmap.target")),
            Map.entry("paymap.pmap.ping", Set.of("paymap.pace", "paymap.pmap", "paymap.pmap.target")),
            Map.entry(
                    "paymap.pmap.proc",
                    Set.of("paymap.pace", "paymap.pmap", "paymap.pmap.ping", "paymap.pmap.target", "paymap.pmap.tcp")),
            Map.entry(
                    "paymap.cli",
                    Set.of(
                            "paymap.cli.console",
                            "paymap.cli.crawl",
                            "paymap.cli.importing",
                            "paymap.cli.options",
                            "paymap.cli.pmap",
                            "paymap.cli.rows",
                            "paymap.cli.settings",
                            "paymap.files",
                            "paymap.job",
                            "paymap.pace",
                            "paymap.page",
                            "paymap.page.web",
                            "paymap.pmap",
                            "paymap.site",
                            "paymap.site.boss",
                            "paymap.site.job51",
                            "paymap.site.lagou",
                            "paymap.site.liepin",
                            "paymap.site.zhilian",
                            "paymap.site.sandbox",
                            "paymap.store",
                            "paymap.store.postgres",
                            "paymap.store.sqlite")),
            Map.entry("paymap.page.live", Set.of("paymap.crawl.watch", "paymap.markup", "paymap.page.web")),
            Map.entry("paymap.cli.console", Set.of()),
            Map.entry(
                    "paymap.cli.watch",
                    Set.of("paymap.cli.console", "paymap.crawl.watch", "paymap.job", "paymap.pace", "paymap.store")),
            Map.entry(
                    "paymap.cli.options",
                    Set.of(
                            "paymap.cli.console",
                            "paymap.importer.format",
                            "paymap.job",
                            "paymap.pace",
                            "paymap.site",
                            "paymap.store",
                            "paymap.store.sqlite")),
            Map.entry(
                    "paymap.cli.crawl",
                    Set.of(
                            "paymap.cli.console",
                            "paymap.cli.options",
                            "paymap.cli.rows",
                            "paymap.crawl",
                            "paymap.crawl.engine",
                            "paymap.export",
                            "paymap.crawl.watch",
                            "paymap.figures",
                            "paymap.job",
                            "paymap.pace",
                            "paymap.salary",
                            "paymap.files",
                            "paymap.site",
                            "paymap.store")),
            Map.entry(
                    "paymap.cli.importing",
                    Set.of(
                            "paymap.cli.console",
                            "paymap.cli.options",
                            "paymap.files",
                            "paymap.importer",
                            "paymap.importer.browser",
                            "paymap.importer.column",
                            "paymap.importer.format",
                            "paymap.importer.text",
                            "paymap.job",
                            "paymap.salary",
                            "paymap.store")),
            Map.entry(
                    "paymap.cli.rows",
                    Set.of(
                            "paymap.cli.console",
                            "paymap.cli.options",
                            "paymap.cli.rows.compare",
                            "paymap.cli.rows.groups",
                            "paymap.cli.watch",
                            "paymap.chart",
                            "paymap.chart.figures",
                            "paymap.crawl",
                            "paymap.export",
                            "paymap.figures",
                            "paymap.files",
                            "paymap.job",
                            "paymap.job.age",
                            "paymap.job.ladder",
                            "paymap.salary",
                            "paymap.store")),
            Map.entry(
                    "paymap.cli.rows.compare",
                    Set.of("paymap.cli.console", "paymap.figures", "paymap.salary", "paymap.salary.inference")),
            Map.entry(
                    "paymap.cli.rows.groups",
                    Set.of(
                            "paymap.cli.console",
                            "paymap.figures",
                            "paymap.job",
                            "paymap.salary",
                            "paymap.salary.inference")),
            Map.entry(
                    "paymap.cli.settings",
                    Set.of(
                            "paymap.cli.console",
                            "paymap.cli.options",
                            "paymap.chart.draw",
                            "paymap.crawl",
                            "paymap.crawl.engine",
                            "paymap.files",
                            "paymap.job",
                            "paymap.pace",
                            "paymap.pmap.ping",
                            "paymap.site",
                            "paymap.store",
                            "paymap.store.sqlite")),
            Map.entry(
                    "paymap.cli.pmap",
                    Set.of(
                            "paymap.cli.console",
                            "paymap.files",
                            "paymap.pmap",
                            "paymap.pmap.banner",
                            "paymap.pmap.file",
                            "paymap.pmap.ping",
                            "paymap.pmap.proc",
                            "paymap.pmap.report",
                            "paymap.pmap.target",
                            "paymap.pmap.tcp")));

    /** Libraries, by the beginning of their packages, and the packages they are at home in. */
    private static final Map<String, Set<String>> LIBRARIES = Map.ofEntries(
            Map.entry("okhttp3", Set.of("paymap.site.http", "paymap.site.lagou")),
            Map.entry(
                    "org.jsoup",
                    Set.of(
                            "paymap.importer.column",
                            "paymap.site.boss",
                            "paymap.site.http",
                            "paymap.site.job51",
                            "paymap.site.lagou",
                            "paymap.site.liepin",
                            "paymap.site.zhilian")),
            Map.entry("java.net.http", Set.of("paymap.importer.browser")),
            Map.entry("de.siegmar.fastcsv", Set.of("paymap.export", "paymap.importer.format")),
            Map.entry("crawlercommons", Set.of("paymap.site.http")),
            Map.entry(
                    "tools.jackson",
                    Set.of(
                            "paymap.chart.echarts",
                            "paymap.export",
                            "paymap.importer.browser",
                            "paymap.importer.column",
                            "paymap.importer.format",
                            "paymap.importer.text",
                            "paymap.site",
                            "paymap.site.boss",
                            "paymap.site.http",
                            "paymap.site.job51",
                            "paymap.site.lagou",
                            "paymap.site.liepin",
                            "paymap.site.zhilian",
                            "paymap.site.sandbox",
                            "paymap.site.sandbox.board",
                            "paymap.site.sandbox.data",
                            "paymap.site.sandbox.era",
                            "paymap.pmap.file",
                            "paymap.pmap.proc",
                            "paymap.cli.console",
                            "paymap.cli.importing",
                            "paymap.cli.pmap",
                            WORDS)),
            Map.entry("org.apache.commons", Set.of("paymap.salary.inference")),
            Map.entry("org.apache.parquet", Set.of("paymap.export", "paymap.importer.text")),
            Map.entry("org.apache.hadoop", Set.of("paymap.export")),
            Map.entry("io.airlift", Set.of("paymap.importer.text")),
            Map.entry("org.knowm.xchart", Set.of("paymap.chart.draw", "paymap.chart.pictures")),
            Map.entry("de.erichseifert.vectorgraphics2d", Set.of("paymap.chart.draw")),
            Map.entry("org.apache.fontbox", Set.of("paymap.chart.draw")),
            Map.entry("java.awt", Set.of("paymap.chart.draw", "paymap.chart.pictures")),
            Map.entry("javax.imageio", Set.of()),
            Map.entry(
                    "com.sun.net.httpserver",
                    Set.of("paymap.page.web", "paymap.site.sandbox", "paymap.site.sandbox.web")),
            Map.entry("javax.crypto", Set.of("paymap.site.lagou", "paymap.site.sandbox.era")),
            Map.entry(
                    "java.sql",
                    Set.of(
                            "paymap.store",
                            "paymap.store.postgres",
                            "paymap.store.query",
                            "paymap.store.sql",
                            "paymap.store.sqlite")),
            Map.entry("org.sqlite", Set.of("paymap.store.sqlite")),
            Map.entry("org.postgresql", Set.of("paymap.store.postgres")),
            Map.entry("org.flywaydb", Set.of("paymap.store.postgres", "paymap.store.sqlite")),
            Map.entry("com.sun.jna", Set.of("paymap.pmap.ping", "paymap.pmap.tcp")),
            Map.entry(
                    "picocli",
                    Set.of(
                            "paymap.cli",
                            "paymap.cli.console",
                            "paymap.cli.crawl",
                            "paymap.cli.importing",
                            "paymap.cli.options",
                            "paymap.cli.pmap",
                            "paymap.cli.rows",
                            "paymap.cli.settings")),
            Map.entry("org.jline", Set.of("paymap.cli.console")));

    @Test
    void everyPackageIsOnTheMap() {
        Set<String> packages = CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());

        assertEquals(new TreeSet<>(MAP.keySet()), new TreeSet<>(packages));
    }

    @Test
    void packagesImportOnlyWhatTheMapAllows() {
        List<String> strayed = ours().filter(
                        arrow -> !MAP.getOrDefault(arrow.getOriginClass().getPackageName(), Set.of())
                                .contains(arrow.getTargetClass().getPackageName()))
                .map(Dependency::getDescription)
                .toList();

        assertEquals(List.of(), strayed);
    }

    @Test
    void noPackageImportsItselfInACircle() {
        for (String start : MAP.keySet()) {
            Set<String> reached = new HashSet<>();
            reach(start, reached);
            assertTrue(!reached.contains(start), start + " reaches itself");
        }
    }

    @Test
    void librariesStayAtHome() {
        List<String> strayed = CLASSES.stream()
                .flatMap(c -> c.getDirectDependenciesFromSelf().stream())
                .filter(arrow -> LIBRARIES.entrySet().stream()
                        .anyMatch(library -> isOf(library.getKey(), arrow.getTargetClass())
                                && !library.getValue()
                                        .contains(arrow.getOriginClass().getPackageName())))
                .map(Dependency::getDescription)
                .toList();

        assertEquals(List.of(), strayed);
    }

    /** Which sites there are and which kind of store is said once; commands know them by their seams. */
    @Test
    void onlyTheWiringNamesSitesAndStores() {
        Set<String> seams = Set.of("paymap.store.Store", "paymap.store.sqlite.DatabaseCheck");
        List<String> strayed = ours().filter(arrow -> arrow.getOriginClass()
                                .getPackageName()
                                .startsWith("paymap.cli")
                        && !arrow.getOriginClass().getName().matches("paymap\\.cli\\.(Wiring(\\$.*)?|SandboxCommand)"))
                .filter(arrow -> isOf("paymap.store", arrow.getTargetClass())
                                && !seams.contains(arrow.getTargetClass().getName())
                        || arrow.getTargetClass().getPackageName().startsWith("paymap.site."))
                .map(Dependency::getDescription)
                .toList();

        assertEquals(List.of(), strayed);
    }

    @Test
    void onlyTheCommandLinePrints() {
        noClasses()
                .that()
                .resideOutsideOfPackages("paymap.cli..", "paymap")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(CLASSES);
    }

    /** What a user names is written by the one writer; the others write files of their own in the folder for such. */
    @Test
    void filesAreWrittenInOnePlace() {
        Set<String> writing = Set.of("write", "writeString", "newBufferedWriter", "newOutputStream", "move", "copy");
        Set<String> ownFiles = Set.of("paymap.chart.draw.Fonts");
        List<String> strayed = CLASSES.stream()
                .filter(c -> !c.getPackageName().equals("paymap.files") && !ownFiles.contains(c.getName()))
                .flatMap(c -> c.getMethodCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().isEquivalentTo(java.nio.file.Files.class))
                .filter(call -> writing.contains(call.getName()))
                .map(call -> call.getDescription())
                .toList();

        assertEquals(List.of(), strayed);
    }

    @Test
    void onlyMainEndsTheProcess() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("paymap.Main")
                .should()
                .callMethod(System.class, "exit", int.class)
                .check(CLASSES);
    }

    @Test
    void nobodySleepsButPaceAndTheMadeUpSite() {
        noClasses()
                .that()
                .resideOutsideOfPackages("paymap.pace", "paymap.site.sandbox")
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .check(CLASSES);
    }

    private static java.util.stream.Stream<Dependency> ours() {
        return CLASSES.stream()
                .flatMap(c -> c.getDirectDependenciesFromSelf().stream())
                .filter(arrow -> isOf("paymap", arrow.getTargetClass()))
                .filter(arrow -> !arrow.getTargetClass().getPackageName().equals(WORDS))
                .filter(arrow -> !arrow.getOriginClass()
                        .getPackageName()
                        .equals(arrow.getTargetClass().getPackageName()));
    }

    private static boolean isOf(String beginning, JavaClass target) {
        String name = target.getPackageName();
        return name.equals(beginning) || name.startsWith(beginning + ".");
    }

    private static void reach(String from, Set<String> reached) {
        for (String next : MAP.getOrDefault(from, Set.of())) {
            if (reached.add(next)) {
                reach(next, reached);
            }
        }
    }
}

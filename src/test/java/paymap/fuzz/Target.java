package paymap.fuzz;

import java.util.Locale;
import paymap.cli.console.TerminalInputs;
import paymap.page.ViewInputs;
import paymap.site.http.WireInputs;
import paymap.site.lagou.LagouInputs;
import paymap.torture.lines.LineInputs;

/** What is fuzzed. Each throws what is wrong, and nothing else: a refusal that is foreseen counts as an answer. */
enum Target {
    SALARY(Amounts::salary),
    PAY_AMOUNT(Amounts::typed),
    RATE(Amounts::rate),
    DURATION(Amounts::duration),
    CITIES(Places::typed),
    PLACES(Places::written),
    HOSTS(Hosts::judge),
    PORTS(PortLists::judge),
    SCAN_FILE(ScanFiles::judge),
    LAGOU(LagouInputs::judge),
    SAVED_REPLY(SavedReplies::reply),
    SAVED_PAGE(SavedReplies::page),
    IMPORTED(ImportedFiles::judge),
    ROBOTS(WireInputs::robots),
    RETRY_AFTER(WireInputs::retryAfter),
    COOKIES(WireInputs::cookies),
    BANNER(Shown::printable),
    MARKUP(Shown::markup),
    TERMINAL(TerminalInputs::judge),
    VIEW(ViewInputs::judge),
    COMMAND_LINE(LineInputs::judge);

    /** Takes an input and throws where something is wrong. */
    interface Judge {
        void judge(byte[] input) throws Exception;
    }

    private final Judge judge;

    Target(Judge judge) {
        this.judge = judge;
    }

    /** As its folder of seeds is called, e.g. {@code scan-file}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Target of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    void judge(byte[] input) throws Exception {
        judge.judge(input);
    }
}

package paymap.site.sandbox;

import paymap.site.sandbox.board.Board;
import paymap.site.sandbox.board.BoardFront;
import paymap.site.sandbox.board.BoardLists;
import paymap.site.sandbox.board.BossBoard;
import paymap.site.sandbox.board.Job51Board;
import paymap.site.sandbox.board.LiepinBoard;
import paymap.site.sandbox.board.ZhilianBoard;
import paymap.site.sandbox.data.Postings;
import paymap.site.sandbox.era.ClassicSite;
import paymap.site.sandbox.era.EncryptedSite;
import paymap.site.sandbox.era.RenderedSite;
import paymap.site.sandbox.era.RowPages;
import paymap.site.sandbox.era.Secrets;
import paymap.site.sandbox.era.Sessions;
import paymap.site.sandbox.fault.FaultSchedule;

/** Puts together what the options ask for. */
final class Protocols {

    private Protocols() {}

    static Protocol of(SandboxOptions options, FaultSchedule faults, Sessions sessions, Secrets secrets) {
        Postings postings = new Postings(options.seed(), options.postings());
        BoardLists lists = new BoardLists(postings, faults);
        return switch (options.board) {
            case LAGOU -> lagou(options, faults, new RowPages(postings, faults), sessions, secrets);
            case BOSS -> board(new BossBoard(lists, options.loggedIn), options);
            case ZHILIAN -> board(new ZhilianBoard(lists, options.loggedIn), options);
            case JOB51 -> board(new Job51Board(lists), options);
            case LIEPIN -> board(new LiepinBoard(lists), options);
        };
    }

    private static Protocol board(Board board, SandboxOptions options) {
        return new BoardProtocol(new BoardFront(board, options.refusals));
    }

    private static Protocol lagou(
            SandboxOptions options, FaultSchedule faults, RowPages pages, Sessions sessions, Secrets secrets) {
        EraRouter eras = new EraRouter(
                options.eras,
                new EncryptedSite(pages, secrets),
                new RenderedSite(pages, sessions, faults),
                new ClassicSite(pages, sessions, faults));
        return new LagouProtocol(eras, new LimitRefusals(options.eras, options.whenTooFast));
    }
}

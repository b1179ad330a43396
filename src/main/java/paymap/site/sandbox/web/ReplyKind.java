package paymap.site.sandbox.web;

/** What became of a request. */
public enum ReplyKind {
    /** robots.txt, which is never counted. */
    ROBOTS,
    /** A page without rows was served. */
    PAGE,
    /** A page of rows was served; also an empty one past the end. */
    ROWS,
    /** The request was sent on to another page of this site. */
    REDIRECTED,
    /** Refused because the client was over the limit. */
    TOO_FAST,
    /** Refused because the protocol was not kept: no session, a spent one, no Referer, no form. */
    REFUSED,
    /** Something went wrong on purpose, see {@link FaultRule}. */
    FAULT,
    /** The request could not be understood. */
    BAD_REQUEST,
    /** No such page. */
    NOT_FOUND
}

package paymap.crawl;

/** What a site gives its visitors so that it knows them again. Only its own {@link JobSite} looks inside. */
public interface Session {}

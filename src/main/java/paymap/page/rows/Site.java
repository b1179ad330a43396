package paymap.page.rows;

import java.util.List;

/**
 * A site, and which rows are its: those of one site lie side by side.
 *
 * @param from the first of them
 * @param to behind the last of them
 * @param keywords as the store tells them, the newest first
 */
record Site(String name, int from, int to, List<String> keywords) {}

/**
 * Reads along while a person browses: finds and starts a browser, listens to what it receives and tells pages as an import
 * knows them. Whatever it is asked is one of a few commands that only look; no site, no store and no printing here.
 */
@NullMarked
package paymap.importer.browser;

import org.jspecify.annotations.NullMarked;

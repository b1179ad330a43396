/**
 * A small HTTP server for one person on this machine: what may be asked, by whom, and how answers are sent. Nothing here
 * knows of pay, postings or a database, and nobody else touches the JDK's server for the page.
 */
@NullMarked
package paymap.page.web;

import org.jspecify.annotations.NullMarked;

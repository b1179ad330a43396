/** What people may type. */
package paymap.torture.lines;

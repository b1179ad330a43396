/** What ends a process, a disk or a file before its time. */
package paymap.torture.crash;

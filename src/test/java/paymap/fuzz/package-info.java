/**
 * What strangers and people write, as targets of a coverage-guided fuzzer, each with what must hold whatever comes. Every build
 * replays the seeds of each, and what once failed; {@code mvn verify -Pfuzz} looks for more. Nothing here knows the fuzzer: it
 * calls a method that takes bytes.
 */
package paymap.fuzz;

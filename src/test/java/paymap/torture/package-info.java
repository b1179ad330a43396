/**
 * Paymap under torture: what sites, machines and people do wrong, each way of it, and what came of it as a table in {@code
 * target/torture}. Short forms run in every build, the rest by {@code mvn verify -Ptorture}; the faulty sites are raw sockets that
 * share no code with the client.
 */
package paymap.torture;

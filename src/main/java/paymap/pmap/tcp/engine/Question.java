package paymap.pmap.tcp.engine;

/**
 * What is asked next of a host.
 *
 * @param place of the port in the order of asking; {@link PortQueue#NONE} = only host discovery asks it
 * @param port 1 to 65535
 * @param round 0 = the first time this port is asked
 */
record Question(int place, int port, int round) {}

/**
 * The scanner where the machine, the network or the scanned hosts fail it: in two network namespaces of its own, with hosts whose
 * ports are known beforehand. Root only.
 */
package paymap.torture.pmap;

package paymap.pmap.tcp.engine;

import paymap.pmap.Reason;

/**
 * What became of a probe.
 *
 * @param probe that was answered
 * @param reason never trouble of this machine; {@link SharedScan#localTrouble} is told of that
 * @param sentAt when it was sent, in nanoseconds of {@link System#nanoTime}
 * @param at when the answer was seen, likewise
 */
public record Answer(Probe probe, Reason reason, long sentAt, long at) {}

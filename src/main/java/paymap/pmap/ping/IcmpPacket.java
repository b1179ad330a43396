package paymap.pmap.ping;

import java.nio.ByteBuffer;

/** The bytes of echo requests and replies (RFC 792, RFC 4443). Pure. */
final class IcmpPacket {

    private static final int HEADER = 8;
    private static final int BODY = 16;
    private static final byte ECHO_REQUEST_4 = 8;
    private static final byte ECHO_REPLY_4 = 0;
    private static final byte ECHO_REQUEST_6 = (byte) 128;
    private static final byte ECHO_REPLY_6 = (byte) 129;

    private IcmpPacket() {}

    /** @param token tells our replies from those that other programs wait for */
    static byte[] request(boolean six, int id, int sequence, long token) {
        ByteBuffer packet = ByteBuffer.allocate(HEADER + BODY);
        packet.put(six ? ECHO_REQUEST_6 : ECHO_REQUEST_4).put((byte) 0).putShort((short) 0);
        packet.putShort((short) id).putShort((short) sequence).putLong(token).putLong(0);
        if (!six) { // the kernel does it for IPv6, where the addresses are part of the sum
            packet.putShort(2, checksum(packet.array()));
        }
        return packet.array();
    }

    /**
     * Whether this is the answer to a request of ours. Whatever else arrives is nobody's business here.
     *
     * @param length how many bytes of the buffer were received
     * @param withHeader whether an IPv4 header comes first, as raw sockets deliver it
     */
    static boolean isReply(byte[] buffer, int length, boolean six, boolean withHeader, long token) {
        int start = withHeader && length > 0 ? (buffer[0] & 15) * 4 : 0;
        if (length < start + HEADER + BODY) {
            return false;
        }
        ByteBuffer packet = ByteBuffer.wrap(buffer);
        boolean reply = packet.get(start) == (six ? ECHO_REPLY_6 : ECHO_REPLY_4) && packet.get(start + 1) == 0;
        return reply && packet.getLong(start + HEADER) == token;
    }

    private static short checksum(byte[] bytes) {
        int sum = 0;
        for (int i = 0; i < bytes.length; i += 2) {
            sum += (bytes[i] & 255) << 8 | bytes[i + 1] & 255;
        }
        sum = (sum >>> 16) + (sum & 0xffff);
        return (short) ~(sum + (sum >>> 16));
    }
}

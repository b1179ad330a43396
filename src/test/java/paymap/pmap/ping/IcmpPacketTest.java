package paymap.pmap.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IcmpPacketTest {

    private static final long TOKEN = 0x0123_4567_89ab_cdefL;

    @Test
    void aRequestIsWrittenAsTheStandardsSay() {
        // type, code, checksum, identifier, sequence, and our mark; the sum was reckoned by another program
        assertEquals(
                "080047a512340001" + "0123456789abcdef" + "0000000000000000",
                hex(IcmpPacket.request(false, 0x1234, 1, TOKEN)));
        assertEquals(
                "8000000012340001" + "0123456789abcdef" + "0000000000000000",
                hex(IcmpPacket.request(true, 0x1234, 1, TOKEN)),
                "the kernel adds the sum");
    }

    @Test
    void theSumOfAllWordsIsAllOnes() {
        Random dice = new Random(5);
        for (int i = 0; i < 1_000; i++) {
            byte[] packet = IcmpPacket.request(false, dice.nextInt(65536), dice.nextInt(), dice.nextLong());
            int sum = 0;
            for (int at = 0; at < packet.length; at += 2) {
                sum += (packet[at] & 255) << 8 | packet[at + 1] & 255;
            }
            while (sum > 0xffff) {
                sum = (sum >>> 16) + (sum & 0xffff);
            }

            assertEquals(0xffff, sum);
        }
    }

    /** Type, code, length cut off, IPv6, with a header of so many words, our token; whether it is a reply to us. */
    @ParameterizedTest
    @CsvSource({
        "0,   0, 0,  false, 0, true,  true",
        "129, 0, 0,  true,  0, true,  true",
        "0,   0, 0,  false, 5, true,  true",
        "0,   0, 0,  false, 15, true, true", // with options
        "8,   0, 0,  false, 0, true,  false", // our own request, on the loopback
        "128, 0, 0,  true,  0, true,  false",
        "129, 0, 0,  false, 0, true,  false",
        "0,   0, 0,  true,  0, true,  false",
        "3,   1, 0,  false, 5, true,  false", // unreachable
        "0,   1, 0,  false, 0, true,  false",
        "0,   0, 0,  false, 0, false, false", // somebody else's
        "0,   0, 1,  false, 0, true,  false",
        "0,   0, 1,  false, 5, true,  false",
        "0,   0, 24, false, 0, true,  false",
    })
    void takesWhatAnswersARequestOfOurs(
            int type, int code, int missing, boolean six, int header, boolean ours, boolean reply) {
        byte[] packet = IcmpPacket.request(six, 7, 9, TOKEN);
        packet[0] = (byte) type;
        packet[1] = (byte) code;
        byte[] buffer = new byte[2048];
        buffer[0] = (byte) (0x40 | header);
        System.arraycopy(packet, 0, buffer, 4 * header, packet.length);
        int length = 4 * header + packet.length - missing;

        assertEquals(reply, IcmpPacket.isReply(buffer, length, six, header > 0, ours ? TOKEN : TOKEN + 1));
    }

    @Test
    void whateverArrivesIsSurvived() {
        Random dice = new Random(6);
        byte[] buffer = new byte[2048];
        for (int i = 0; i < 10_000; i++) {
            dice.nextBytes(buffer);
            int length = dice.nextInt(100);
            assertEquals(false, IcmpPacket.isReply(buffer, length, dice.nextBoolean(), dice.nextBoolean(), TOKEN));
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}

package paymap.pmap.tcp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import paymap.pmap.target.Address;

/**
 * Whether a silent host of the local network is there all the same: the kernel has had to ask for its hardware address
 * (ARP), and even a firewall that drops everything answers that.
 */
final class Neighbours implements Predicate<Address> {

    private static final Path TABLE = Path.of("/proc/net/arp");
    /** ATF_COM of if_arp.h: the answer to ARP is known. */
    private static final int COMPLETE = 2;

    @Override
    public boolean test(Address address) {
        if (address.six() || !Files.isReadable(TABLE)) {
            return false;
        }
        String wanted = address.toString();
        try {
            for (String line : Files.readAllLines(TABLE)) {
                String[] columns = line.split("\\s+");
                if (columns.length > 2 && columns[0].equals(wanted) && columns[2].startsWith("0x")) {
                    return (Integer.decode(columns[2]) & COMPLETE) != 0;
                }
            }
        } catch (IOException | NumberFormatException e) {
            return false; // nothing is known
        }
        return false;
    }
}

package paymap.torture.crash;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * The {@code -wal} of an SQLite file, as its format is published: frames of a page each, some of which end a transaction.
 *
 * @param db beside which it stands
 * @param safe how many of its bytes are on the disk for certain, as what they hold was written into the file
 * @param commits where the frames end that end a transaction, behind what is safe
 */
record Wal(Path db, byte[] bytes, int safe, List<Integer> commits) {

    private static final int HEADER = 32;
    private static final int FRAME_HEADER = 24;
    private static final int FRAME = FRAME_HEADER + 4096;
    private static final int BLOCK = 512;
    private static final int BACKFILL = 96; // where -shm tells how many frames are in the file

    static Wal of(Path db) throws IOException {
        byte[] bytes = Files.readAllBytes(beside(db, "-wal"));
        int safe = Math.min(bytes.length, HEADER + FRAME * backfilled(beside(db, "-shm")));
        return new Wal(db, bytes, safe, commits(bytes, safe));
    }

    /** A file that belongs to a database. */
    static Path beside(Path db, String ending) {
        return db.resolveSibling(db.getFileName() + ending);
    }

    /** Behind it stands what is of an earlier round, if anything. */
    int end() {
        return commits.isEmpty() ? safe : commits.get(commits.size() - 1);
    }

    /** Where the last transaction ends of which nothing is missing. */
    int whole(int length) {
        return commits.stream().filter(commit -> commit <= length).reduce(safe, (before, commit) -> commit);
    }

    /** Copies both files, this one cut off, without the -shm, which is in memory alone. */
    void cut(int length, Path copy) throws IOException {
        Files.copy(db, copy);
        Files.write(beside(copy, "-wal"), Arrays.copyOf(bytes, length));
    }

    /** Makes zeros of a block of a copy that is not safe. @return how much of it still counts */
    int torn(Path copy, int length, Random chance) throws IOException {
        if (length - safe < FRAME) {
            return length;
        }
        int at = safe + chance.nextInt((length - safe) / FRAME) * FRAME + FRAME_HEADER + BLOCK * chance.nextInt(8);
        if (Arrays.equals(Arrays.copyOfRange(bytes, at, at + BLOCK), new byte[BLOCK])) {
            return length; // it was all zeros
        }
        try (RandomAccessFile file = new RandomAccessFile(beside(copy, "-wal").toFile(), "rw")) {
            file.seek(at);
            file.write(new byte[BLOCK]);
        }
        return at;
    }

    private static int backfilled(Path shm) throws IOException {
        return Files.notExists(shm)
                ? 0
                : ByteBuffer.wrap(Files.readAllBytes(shm))
                        .order(ByteOrder.nativeOrder())
                        .getInt(BACKFILL);
    }

    /** Frames of an earlier round have another salt than the header. */
    private static List<Integer> commits(byte[] wal, int safe) {
        List<Integer> commits = new ArrayList<>();
        ByteBuffer bytes = ByteBuffer.wrap(wal);
        for (int at = safe; at + FRAME <= wal.length && bytes.getLong(at + 8) == bytes.getLong(16); at += FRAME) {
            if (bytes.getInt(at + 4) != 0) {
                commits.add(at + FRAME);
            }
        }
        return commits;
    }
}

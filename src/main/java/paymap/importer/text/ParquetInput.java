package paymap.importer.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/** A source as the library of Parquet reads it: from any place. */
record ParquetInput(Source source) implements InputFile {

    @Override
    public long getLength() {
        return source.size();
    }

    @Override
    public SeekableInputStream newStream() {
        return new Seekable(new Place(source));
    }

    private static final class Seekable extends DelegatingSeekableInputStream {
        private final Place place;

        Seekable(Place place) {
            super(place);
            this.place = place;
        }

        @Override
        public long getPos() {
            return place.position;
        }

        @Override
        public void seek(long position) throws IOException {
            if (position < 0) {
                throw new IOException("a place before the file");
            }
            place.position = position;
        }
    }

    private static final class Place extends BlockStream {
        private final Source source;
        private long position;

        Place(Source source) {
            this.source = source;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int n = source.read(ByteBuffer.wrap(into, offset, length), position);
            position += Math.max(0, n);
            return n;
        }
    }
}

package paymap.page;

import java.net.URI;
import java.util.Optional;

/** Where a board shows a posting. */
public interface PostingLinks {

    /**
     * The address of a posting on its board, https.
     *
     * @param site as stored
     * @param positionId as the board calls it
     * @return empty where no address can be made of it
     */
    Optional<URI> of(String site, String positionId);
}

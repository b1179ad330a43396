package paymap.site.sandbox.board;

import paymap.site.sandbox.data.MadeUpJob;

/**
 * A posting in the words of one board. Empty = the board says nothing.
 *
 * @param id of the position, the board's own
 * @param salary as the board writes it, also where it shows it to nobody but those who are logged in
 * @param city its bare name; 远程办公 where there is none
 * @param job what the rest of the row is made of
 */
public record BoardRow(
        String id,
        String title,
        String salary,
        String city,
        String district,
        String experience,
        String education,
        String company,
        MadeUpJob job) {}

package paymap.job;

/**
 * A row as a site or a file shows it, before anything is cleaned or believed; {@link PostingRules} tells whether it is
 * a posting. Empty = not given; nothing is null. There is no room in it for anybody's name, number or address but the
 * company's.
 *
 * @param id the site's own id of the opening; empty = it gets one made of its content
 * @param title of the posting
 * @param salary as written
 * @param months paid a year, from a field of its own
 * @param city any form that {@link CityNames} reads
 * @param district within the city
 * @param experience as written
 * @param education as written
 * @param company its short name
 * @param posted a day in any form that {@link Text#day} reads
 */
public record RawRow(
        String id,
        String title,
        String salary,
        String months,
        String city,
        String district,
        String experience,
        String education,
        String company,
        String posted) {

    /** The same row at another place, as something around it names it. */
    public RawRow at(String place) {
        return new RawRow(id, title, salary, months, place, district, experience, education, company, posted);
    }

    /** The same row with its pay in other characters. */
    public RawRow paid(String written) {
        return new RawRow(id, title, written, months, city, district, experience, education, company, posted);
    }

    /** The same row, as a sight of an opening. */
    public RawRow numbered(String opening) {
        return new RawRow(opening, title, salary, months, city, district, experience, education, company, posted);
    }

    /** A row of which nothing could be read. */
    public static final RawRow EMPTY = new RawRow("", "", "", "", "", "", "", "", "", "");
}

package paymap.importer;

/**
 * A row as a file shows it, before anything is cleaned or believed. Empty = not given. There is no room in it for
 * anybody's name, number or address but the company's.
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
        String posted) {}

package paymap.site.sandbox.data;

/** What rows are asked for: the city as the site writes it, e.g. 北京, and the keyword as typed. */
public record Search(String city, String keyword) {}

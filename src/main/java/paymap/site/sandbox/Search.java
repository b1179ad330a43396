package paymap.site.sandbox;

/** What rows are asked for: the city as the site writes it, e.g. 北京, and the keyword as typed. */
record Search(String city, String keyword) {}

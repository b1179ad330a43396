package paymap.site.sandbox.data;

import org.jspecify.annotations.Nullable;

/**
 * What the pay of a posting depends on, besides its title.
 *
 * @param district null for a few, as in the captures of 2018
 */
record Terms(String city, @Nullable String district, Experience experience, Education education) {}

package paymap.fuzz;

import static paymap.fuzz.Input.that;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import paymap.job.City;
import paymap.job.CityNames;
import paymap.job.Text;

/** Cities as people type them, and as sites write them. */
final class Places {

    private Places() {}

    static void typed(byte[] input) {
        String typed = Input.text(input);
        List<City> cities = Input.orRefused(() -> City.listOf(typed));
        if (cities == null) {
            return;
        }
        that(!cities.isEmpty(), "no city is no list: " + typed);
        that(new HashSet<>(cities).size() == cities.size(), "one city twice: " + typed);
        that(City.ALL.containsAll(cities), "a city that there is not: " + typed);
        if (City.isEvery(typed)) {
            that(cities.equals(City.ALL), "not all: " + typed);
        } else {
            String shortest = cities.stream().map(City::shortest).collect(Collectors.joining(","));
            that(City.listOf(shortest).equals(cities), "their shortest names are other cities: " + shortest);
        }
    }

    static void written(byte[] input) {
        String written = Input.text(input);
        CityNames names = new CityNames(Text.PLAIN);
        String city = names.city(written);
        that(city.equals(names.city(written)), "what is remembered is not what was read: " + written);
        that(city.length() <= 200, "a city of " + city.length() + " characters");
        that(city.equals(city.strip()), "blanks around a city: " + city);
        if (City.ALL.stream().anyMatch(known -> known.chinese().equals(city))) {
            that(city.equals(names.city(city)), "a city that is not read as itself: " + city + " of " + written);
        }
    }
}

package paymap.job;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import paymap.job.JobStore.PayGroup;
import paymap.salary.PayCount;
import paymap.salary.Salary;
import paymap.salary.SalaryParser;
import paymap.salary.SalaryStatistics;

/**
 * What a city pays, from its frequency table of pay.
 *
 * @param city by Chinese name
 * @param rows figures over distinct (city, title, salary) rows: the headline
 * @param openings figures over the openings behind those rows; never mixed with {@code rows}
 */
public record CityPay(String city, SalaryStatistics rows, SalaryStatistics openings) {

    /** Reads the pay of each group and sums it up by city, the largest cities first ({@link City#rank}). */
    public static List<CityPay> of(List<PayGroup> groups) {
        Map<String, List<PayGroup>> byCity = new LinkedHashMap<>();
        groups.forEach(group ->
                byCity.computeIfAbsent(group.city(), city -> new ArrayList<>()).add(group));
        List<CityPay> cities = new ArrayList<>();
        byCity.forEach((city, pay) -> cities.add(ofCity(city, pay)));
        cities.sort(
                Comparator.comparingInt((CityPay pay) -> City.rank(pay.city)).thenComparing(CityPay::city));
        return cities;
    }

    private static CityPay ofCity(String city, List<PayGroup> groups) {
        List<PayCount> rows = new ArrayList<>();
        List<PayCount> openings = new ArrayList<>();
        for (PayGroup group : groups) {
            Salary salary = SalaryParser.parse(group.salary(), group.salaryMonths());
            rows.add(new PayCount(salary, group.rows()));
            openings.add(new PayCount(salary, Math.max(1, group.openings())));
        }
        return new CityPay(city, SalaryStatistics.of(rows), SalaryStatistics.of(openings));
    }
}

package paymap.importer.column;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a column can hold, each with the names that files usually give it, the likeliest first. Names of other tools are
 * those of their own source, by name of repository: speedyapply/JobSpy (jobspy/util.py), jackwener/boss-cli
 * (commands/search.py), eatmoreduck/boss-zhipin-scraper (SKILL.md), lastsunday/job-hunting (common/excel.js).
 */
public enum Column {
    TITLE("title,position_name,job_title,job_name,job,position,职位名称,职位,职位名,岗位名称,岗位,岗位名,招聘职位,招聘岗位,工作名称,标题,name,名称"),
    SALARY("salary,salary_desc,salary_text,providesalary_text,provide_salary_string,pay,wage,薪资,薪资范围,薪资待遇,薪酬,薪酬范围,工资,"
            + "月薪,薪水,待遇,salary60,job_salary"),
    CITY(
            "city_name,work_city,city,workarea_text,job_area_string,location,location_name,job_location,place,城市,工作城市,所在城市,工作地点,"
                    + "工作地,地点,工作地址,地区,job_area,职位地址,公司地址,地址,address"),
    ID("position_id,job_id,encrypt_job_id,职位id,职位编号,职位自编号,岗位编号,id,编号"),
    COMPANY(
            "company,company_short_name,company_name,brand_name,company_full_name,full_company_name,comp_name,公司,公司名称,公司名,公司简称,"
                    + "企业,企业名称,公司全称"),
    DISTRICT("district,area_district,city_district,行政区,区域,城区,区县,商圈,地区"),
    EXPERIENCE(
            "experience,work_year,job_experience,working_exp,work_year_string,require_work_years,experience_range,经验,工作经验,经验要求,所需经验,工作年限"),
    EDUCATION("education,job_degree,degree,edu_level,degree_string,require_edu_level,学历,学历要求,教育程度"),
    POSTED(
            "posted,create_time,publish_time,publish_date,issuedate,issue_date_string,date_posted,date,发布时间,首次发布时间,发布日期,更新时间,日期"),
    MONTHS("salary_months,months,salary_month,salary_count,薪数,几薪,发薪月数"),
    SITE("site,source,platform,网站,来源,平台,发布平台,招聘网站"),
    LOW("min_amount,salary_min,min_salary,job_salary_min,最低薪资,最低工资,薪资下限"),
    HIGH("max_amount,salary_max,max_salary,job_salary_max,最高薪资,最高工资,薪资上限"),
    CURRENCY("currency,salary_currency,币种,货币"),
    INTERVAL("interval,pay_interval,pay_period,salary_period"),
    LINK("url,job_url,job_link,职位链接,岗位链接,详情链接"),
    MADE_UP("made_up"),
    OPENINGS("openings"),
    FIRST_SEEN("first_seen"),
    LAST_SEEN("last_seen"),
    KEYWORD("keyword");

    /** A list without these is no list of postings. */
    public static final List<Column> NEEDED = List.of(TITLE, SALARY, CITY);

    /** Of paymap's own table alone: elsewhere a column of such a name may hold anything. */
    private static final Set<Column> OWN = Set.of(OPENINGS, FIRST_SEEN, LAST_SEEN, KEYWORD);

    /** In a list with a company this is a job's name; in one without it may be a person's. */
    private static final Set<String> NAME = Set.of("name", "名称");

    /** Streets more often than cities: of no use where the user names the city. */
    private static final Set<String> ADDRESS = Set.of("address", "公司地址", "职位地址", "工作地址", "地址");

    /** A district beside a column that can only be the city, and the city without one. */
    private static final String AREA = "地区";

    private static final Set<String> SURE_CITY = Set.of("cityname", "workcity", "city", "城市", "工作城市", "所在城市");

    private final List<String> names;

    Column(String names) {
        this.names =
                Arrays.stream(names.split(",")).map(Column::plain).distinct().toList();
    }

    /** What a list is known to hold, by which the same name can mean one thing or another. */
    record Context(boolean isOwnTable, boolean hasCompany, boolean hasCity, boolean namesCity) {

        /** @param plain all names of the list in plain form */
        static Context of(Iterable<String> plain, boolean hasCity) {
            boolean firstSeen = false;
            boolean salaryLow = false;
            boolean company = false;
            boolean city = false;
            for (String name : plain) {
                firstSeen |= name.equals("firstseen");
                salaryLow |= name.equals("salarylow");
                city |= SURE_CITY.contains(name);
                company |= COMPANY.names.contains(name);
            }
            return new Context(firstSeen && salaryLow, company, hasCity, city);
        }
    }

    /** The name that a user gives it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The column of this name, in any case; empty = there is none. */
    public static Optional<Column> of(String code) {
        return Arrays.stream(values())
                .filter(column -> column.code().equalsIgnoreCase(code.strip()))
                .findFirst();
    }

    /** Lower case without white space, underscores and hyphens: workYear, work_year and "Work Year" are one name. */
    static String plain(String name) {
        return HtmlText.TEXT.clean(name).toLowerCase(Locale.ROOT).replaceAll("[\\s_\\-\"']", "");
    }

    /** How likely a name in plain form is this column's, 0 the likeliest; -1 = it is not. */
    int rank(String plain, Context context) {
        boolean strange = OWN.contains(this) && !context.isOwnTable
                || this == ID && context.isOwnTable && plain.equals("id") // the number of the row there
                || this == TITLE && !context.hasCompany && NAME.contains(plain)
                || this == CITY && context.hasCity && ADDRESS.contains(plain)
                || this == CITY && context.namesCity && plain.equals(AREA)
                || this == DISTRICT && !context.namesCity && plain.equals(AREA);
        return strange ? -1 : names.indexOf(plain);
    }

    /** Whether a header cell has one of the usual names of this column. */
    public boolean isNamed(@Nullable String cell) {
        return cell != null && names.contains(plain(cell));
    }

    /** Whether a cell of {@link #MADE_UP} says yes: 1 as paymap writes it, or true as other tools may write it anew. */
    static boolean isYes(String cell) {
        return cell.equals("1") || cell.equalsIgnoreCase("true");
    }
}

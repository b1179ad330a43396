package paymap.importer.format;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a column can hold, each with the names that files usually give it, the likeliest first. */
public enum Column {
    TITLE("title,position_name,job_title,job_name,job,position,职位名称,职位,职位名,岗位名称,岗位,岗位名,招聘职位,招聘岗位," + "工作名称,标题"),
    SALARY(
            "salary,salary_desc,salary_text,providesalary_text,provide_salary_string,pay,wage,薪资,薪资范围,薪资待遇,薪酬,薪酬范围,工资,月薪,薪水,"
                    + "待遇,salary60,job_salary"),
    CITY("city,city_name,work_city,workarea_text,job_area_string,location,job_location,place,城市,工作城市,所在城市,工作地点,工作地,地点,"
            + "工作地址,地区"),
    ID("position_id,job_id,encrypt_job_id,职位id,职位编号,岗位编号,id,编号"),
    COMPANY(
            "company,company_short_name,company_name,brand_name,company_full_name,full_company_name,公司,公司名称,公司名,公司简称,企业,"
                    + "企业名称,公司全称"),
    DISTRICT("district,area_district,行政区,区域,城区,区县,商圈"),
    EXPERIENCE("experience,work_year,job_experience,working_exp,work_year_string,经验,工作经验,经验要求,工作年限"),
    EDUCATION("education,job_degree,degree,edu_level,degree_string,学历,学历要求,教育程度"),
    POSTED("posted,create_time,publish_time,publish_date,issuedate,date,发布时间,发布日期,更新时间,日期"),
    MONTHS("salary_months,months,salary_month,薪数,发薪月数"),
    SITE("site,source,platform,网站,来源,平台,招聘网站"),
    MADE_UP("made_up");

    private final List<String> names;

    Column(String names) {
        this.names =
                Arrays.stream(names.split(",")).map(Column::plain).distinct().toList();
    }

    /** The name that {@code --columns} takes. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The usual names in plain form, the likeliest first. */
    List<String> names() {
        return names;
    }

    /** @throws IllegalArgumentException if there is none of this name; the message lists them */
    static Column of(String code) {
        for (Column column : values()) {
            if (column.code().equals(code.strip().toLowerCase(Locale.ROOT))) {
                return column;
            }
        }
        throw new IllegalArgumentException("there is no column \"" + code + "\" in --columns; allowed: " + allNames());
    }

    /** Lower case without white space, underscores and hyphens: workYear, work_year and "Work Year" are one name. */
    static String plain(String name) {
        return HtmlText.TEXT.clean(name).toLowerCase(Locale.ROOT).replaceAll("[\\s_\\-\"']", "");
    }

    /** Whether a cell of {@link #MADE_UP} says yes: 1 as paymap writes it, or true as other tools may write it anew. */
    static boolean isYes(String cell) {
        return cell.equals("1") || cell.equalsIgnoreCase("true");
    }

    /** Whether a header cell has one of the usual names of this column. */
    boolean isNamed(@Nullable String cell) {
        return cell != null && names.contains(plain(cell));
    }

    static String allNames() {
        return Arrays.stream(values()).map(Column::code).collect(Collectors.joining(", "));
    }
}

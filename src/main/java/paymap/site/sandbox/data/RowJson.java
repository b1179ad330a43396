package paymap.site.sandbox.data;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row as JSON, with the fields of 2017 to 2021; only four of them are of use to anybody who counts pay. */
public final class RowJson {
    /** The site's own today. Fixed, so that a page is the same whenever it is asked for. */
    private static final LocalDate TODAY = LocalDate.of(2021, 3, 1);

    private static final int YEAR_SHOWN_AFTER_DAYS = 3;
    private static final int MINUTES_A_DAY = 24 * 60;

    private static final List<String> INDUSTRIES = List.of("移动互联网", "数据服务", "企业服务", "电商", "金融", "教育");
    private static final List<String> SIZES = List.of("15-50人", "50-150人", "150-500人", "500-2000人", "2000人以上");
    private static final List<String> STAGES = List.of("不需要融资", "A轮", "B轮", "C轮", "上市公司", "未融资");

    /** Fields that were null or empty in the captures, kept so that the shape is right. */
    private static final List<String> NULL_FIELDS = List.of(
            "plus",
            "gradeDescription",
            "promotionScoreExplain",
            "explain",
            "businessZones",
            "hitags",
            "stationname",
            "subwayline",
            "linestaion",
            "detailRecall",
            "distance",
            "matchScoreExplain",
            "promotionType",
            "query",
            "reCallType",
            "userExpectText");

    private static final List<String> ZERO_FIELDS = List.of(
            "pcShow",
            "appShow",
            "deliver",
            "score",
            "newScore",
            "matchScore",
            "count",
            "expectJobId",
            "userExpectId",
            "hunterJob");

    private static final List<String> FALSE_FIELDS = List.of("famousCompany", "is51Job", "isHotHire");

    private RowJson() {}

    static Map<String, @Nullable Object> of(MadeUpJob job) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("positionId", job.id());
        row.put("positionName", job.title());
        putCompany(row, job);
        row.put("city", job.city());
        row.put("district", job.district());
        row.put("salary", job.salary());
        row.put("salaryMonth", job.months());
        row.put("workYear", job.workYear());
        row.put("education", job.education());
        row.put("jobNature", "全职");
        row.put("positionAdvantage", "六险一金，弹性工作（此数据为虚构）");
        row.put("createTime", createTime(job));
        row.put("formatCreateTime", formatCreateTime(job));
        putKind(row);
        NULL_FIELDS.forEach(name -> row.put(name, null));
        ZERO_FIELDS.forEach(name -> row.put(name, 0));
        FALSE_FIELDS.forEach(name -> row.put(name, false));
        Recruiter.of(job).addTo(row);
        row.put("adWord", job.pinned() ? 9 : 0); // 9 marks an advertisement
        row.put("longitude", "0.0");
        row.put("latitude", "0.0");
        return row;
    }

    /** Industry, stage and size as the rendered page shows them. */
    public static String industry(MadeUpJob job) {
        return pick(INDUSTRIES, job) + " / " + pick(STAGES, job) + " / " + pick(SIZES, job);
    }

    /** {@code 09:33发布} today, {@code 2天前发布} for three days, then the date. */
    public static String formatCreateTime(MadeUpJob job) {
        LocalDateTime created = created(job);
        if (job.daysAgo() == 0) {
            return created.toLocalTime() + "发布";
        }
        return job.daysAgo() <= YEAR_SHOWN_AFTER_DAYS
                ? job.daysAgo() + "天前发布"
                : created.toLocalDate().toString();
    }

    private static void putCompany(Map<String, @Nullable Object> row, MadeUpJob job) {
        row.put("companyId", 100_000 + SeededHash.below(800_000, SeededHash.of("company", job.company())));
        row.put("companyFullName", job.company() + "有限公司（虚构）");
        row.put("companyShortName", job.company());
        row.put("companyLogo", "i/image/made-up/logo.png");
        row.put("companySize", pick(SIZES, job));
        row.put("industryField", pick(INDUSTRIES, job));
        row.put("financeStage", pick(STAGES, job));
        // One capture has a label of two quotation marks.
        row.put("companyLabelList", job.id() % 20 == 0 ? List.of("\"\"") : List.of("虚构数据", "扁平管理"));
        row.put("approve", 1);
    }

    private static void putKind(Map<String, @Nullable Object> row) {
        row.put("firstType", "开发|测试|运维类");
        row.put("secondType", "后端开发");
        row.put("thirdType", "后端开发");
        row.put("positionLables", List.of("后端", "虚构"));
        row.put("skillLables", List.of("后端"));
        row.put("industryLables", List.of());
        row.put("aggregatePositionIds", List.of());
        row.put("isSchoolJob", 0);
    }

    private static String createTime(MadeUpJob job) {
        return created(job).toString().replace('T', ' ') + ":00";
    }

    private static LocalDateTime created(MadeUpJob job) {
        int minute = SeededHash.below(MINUTES_A_DAY, SeededHash.of("minute", job.id()));
        return TODAY.minusDays(job.daysAgo()).atStartOfDay().plusMinutes(minute);
    }

    private static String pick(List<String> list, MadeUpJob job) {
        return list.get(SeededHash.below(list.size(), SeededHash.of(list.size(), job.company())));
    }
}

package paymap.chart.figures;

import paymap.salary.Basis;

/** What pay of a basis means, so that it can be read in one way only. */
record BasisWords(Basis basis, Language language) {

    private PayUnit unit() {
        return PayUnit.of(basis);
    }

    private String say(String chinese, String english) {
        return language.say(chinese, english);
    }

    /** A sentence or two. */
    String sentence() {
        String thousand = unit().inThousands() ? say("k = 1000 元。", " k = 1,000.") : "";
        return say(
                "薪资为招聘广告所写范围的中点，人民币，税前" + unit().called() + extraMonths() + "；是广告所写，不是实发。" + thousand,
                "Pay: midpoint of the advertised range, CNY " + unit().each() + " before tax" + extraMonths()
                        + "; advertised, not paid." + thousand);
    }

    private String extraMonths() {
        return switch (basis) {
            case MONTH -> say("，不计“13 薪”等额外月薪", ", extra months (13薪) not counted");
            case PACKAGE ->
                say("，即含“13 薪”等额外月薪的全年薪资除以 12", ", namely a year's pay with its extra months (13薪) divided by 12");
            case WEEK, DAY, HOUR -> "";
        };
    }

    /** A few words for the axis of pay. */
    String axis() {
        return switch (basis) {
            case MONTH -> say("月薪（元，不计额外月薪）", "CNY a month, extra months not counted");
            case PACKAGE -> say("全年薪资 ÷ 12（元/月）", "CNY a month, a year's pay / 12");
            case WEEK, DAY, HOUR -> unit().name(language);
        };
    }

    /** Why a posting that is paid for another time is in no figure. */
    String otherInterval() {
        return switch (basis) {
            case MONTH, PACKAGE -> say("按天或按小时", "by the day or hour");
            case WEEK -> say("不按周计", "not paid by the week");
            case DAY -> say("不按天计", "not paid by the day");
            case HOUR -> say("不按小时计", "not paid by the hour");
        };
    }
}

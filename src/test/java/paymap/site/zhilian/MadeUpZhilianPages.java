package paymap.site.zhilian;

/** Lists as they stood in pages of three eras, without a state; all of them are made up. */
public final class MadeUpZhilianPages {

    public static final String ITEM = """
            <div class="joblist-box__item clearfix"><div class="jobinfo"><a href="http://www.zhaopin.com/jobdetail/CC5J6.htm?x=1"
            class="jobinfo__name">虚构工程师</a><p class="jobinfo__salary"> %s </p><div class="jobinfo__other-info">
            <div class="jobinfo__other-info-item"><img class="jobinfo__other-info-location-image"> <span>深圳·宝安·新安</span></div>
            <div class="jobinfo__other-info-item">5-10年</div><div class="jobinfo__other-info-item">大专</div></div></div>
            <div class="companyinfo"><a class="companyinfo__name">虚构公司</a><div class="companyinfo__staff">
            <div class="companyinfo__staff-name">MASKED-staff</div></div></div></div>""";

    public static final String CARD = """
            <div class="job-card job-card--active"><div class="job-card__title-clamp"><span><span aria-label="虚构全栈工程师"
            class="vue-clamp__text">虚构全…</span></span></div><span class="job-card__salary">1.3-1.4万</span>
            <span class="job-card__skill-tag">大专</span><span class="job-card__skill-tag">3-5年</span>
            <span class="job-card__skill-tag">前端开发</span><a class="job-card__company-name"> 虚构公司 </a>
            <div class="job-card__location"><span title="深圳 宝安 西乡">深圳 宝安 西乡</span></div></div>""";

    public static final String UNTIL_2018 = """
            <table class="newlist"><tr><th class="zwmc">职位名称</th></tr></table>
            <table class="newlist"><tr><td class="zwmc"><input type="checkbox" name="vacancyid" value="CC9J9_1"><div>
            <a href="http://jobs.zhaopin.com/457408237250030.htm">虚构<b>Java</b>工程师</a></div></td>
            <td class="gsmc"><a>虚构公司</a></td><td class="zwyx">15000-25000</td><td class="gzdd">上海-杨浦区</td>
            <td class="gxsj"><span>2018-06-05</span></td></tr></table>
            <table class="newlist"><tr><td class="zwmc"><input name="vacancyid" value="CC9J8_1"><a>虚构乙</a></td>
            <td class="zwyx">面议</td><td class="gzdd">上海</td></tr></table>""";

    private MadeUpZhilianPages() {}
}

package paymap.site.boss;

/** Cards as they stood in pages of three eras; all of them are made up. */
public final class MadeUpBossPages {

    public static final String TODAY = """
            <ul class="rec-job-list"><div class="card-area"><div class="job-card-wrap active"><li class="job-card-box">
            <div class="job-info"><div class="job-title clearfix"><a href="/job_detail/aa11~-x.html?lid=MASKED-lid" class="job-name">
            虚构工程师</a><span class="job-salary">%s</span></div><ul class="tag-list">%s</ul></div>
            <div class="job-card-footer"><a class="boss-info" href="/gongsi/x.html"><div class="boss-logo"><img src="MASKED-logo">
            </div><span class="boss-name">虚构公司</span></a><span class="company-location"> 广州·番禺区·大石 </span></div>
            </li></div></div></ul>
            <div class="job-detail-box"><a class="job-boss-info">MASKED-boss</a><span class="job-salary">1-2K</span></div>""";

    public static final String UNTIL_2025 = """
            <ul class="job-list-box"><li class="job-card-wrapper"><div class="job-card-body clearfix">
            <a href="/job_detail/bb22~.html?lid=MASKED-lid&amp;securityId=MASKED" class="job-card-left"><div class="job-title clearfix">
            <span class="job-name">虚构 C&amp;C++</span><span class="job-area-wrapper"><span class="job-area">南京·建邺区·建邺万达</span>
            </span></div><div class="job-info clearfix"><span class="salary">10-15K·13薪</span><ul class="tag-list"><li>1-3年</li>
            <li>大专</li></ul><div class="info-public">MASKED-name<em>MASKED-title</em></div></div></a>
            <div class="job-card-right"><div class="company-info"><h3 class="company-name"><a>虚构乙</a></h3>
            <ul class="company-tag-list"><li>互联网</li></ul></div></div></div><div class="job-card-footer"><ul class="tag-list">
            <li>Java</li><li>Go</li><li>SQL</li></ul></div></li></ul>""";

    public static final String UNTIL_2022 = """
            <div class="job-list"><ul><li><div class="job-primary"><div class="info-primary"><div class="primary-wrapper">
            <div class="primary-box" href="/job_detail/cc33~.html"><div class="job-title"><span class="job-name">
            <a href="/job_detail/cc33~.html" title="虚构丙">虚构丙</a></span><span class="job-area-wrapper">
            <span class="job-area">北京·朝阳区·望京</span></span></div><div class="job-limit clearfix"><span class="red">20-40K</span>
            <p>3-5年<em class="vline"></em>本科</p><div class="info-publis"><h3 class="name">MASKED-name</h3></div></div></div>
            </div></div><div class="info-company"><div class="company-text"><h3 class="name"><a>虚构公司丙</a></h3></div></div>
            </div></li></ul></div>""";

    public static final String OF_2018 = """
            <div class="job-list"><ul><li><div class="job-primary"><div class="info-primary"><h3 class="name">
            <a href="/job_detail/dd44~.html"><div class="job-title">虚构丁</div><span class="red">8k-16k</span></a></h3>
            <p>上海 杨浦区 五角场<em class="vline"></em>经验不限<em class="vline"></em>大专</p></div><div class="info-company">
            <div class="company-text"><h3 class="name"><a>虚构公司丁</a></h3></div></div><div class="info-publis">
            <h3 class="name"><img src="MASKED-face">MASKED-name</h3></div></div></li></ul></div>""";

    private MadeUpBossPages() {}
}

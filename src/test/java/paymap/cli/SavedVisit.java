package paymap.cli;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Pages and replies in the shapes of the site, all made up, with everything personal that real ones hold. */
public final class SavedVisit {

    /** Must never arrive anywhere. */
    public static final List<String> PERSONAL = List.of(
            "RECRUITERNAME",
            "13000000000",
            "hr@example.org",
            "i/image/portrait.jpg",
            "998877665",
            "192.0.2.77",
            "SECRETCOOKIE",
            "SECRETTOKEN",
            "2021-02-03 04:05:06",
            "招聘经理某某");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SavedVisit() {}

    /** A classic reply with a row for each title. */
    public static String reply(String city, String keyword, int firstId, String... titles) {
        ObjectNode reply = node();
        reply.put("success", true);
        ObjectNode content = reply.putObject("content");
        content.put("pageNo", 1);
        content.put("pageSize", 15);
        ObjectNode people = content.putObject("hrInfoMap");
        ObjectNode positions = content.putObject("positionResult");
        positions.put("totalCount", titles.length);
        positions.putObject("locationInfo").put("city", city);
        positions.putObject("queryAnalysisInfo").put("positionName", keyword);
        ArrayNode rows = positions.putArray("result");
        for (int i = 0; i < titles.length; i++) {
            ObjectNode row = rows.addObject();
            row.put("positionId", firstId + i);
            row.put("positionName", titles[i]);
            row.put("salary", "15k-25k");
            row.put("salaryMonth", "14");
            row.put("city", city);
            row.put("district", "虚构区");
            row.put("workYear", "3-5年");
            row.put("education", "本科");
            row.put("companyShortName", "虚构公司");
            row.put("createTime", "2021-02-01 10:00:00");
            row.put("publisherId", 998877665);
            row.put("lastLogin", "2021-02-03 04:05:06");
            ObjectNode person = people.putObject(Integer.toString(firstId + i));
            person.put("realName", "RECRUITERNAME");
            person.put("phone", "13000000000");
            person.put("receiveEmail", "hr@example.org");
            person.put("portrait", "i/image/portrait.jpg");
            person.put("userId", 998877665);
            person.put("positionName", "招聘经理某某");
        }
        return JSON.writeValueAsString(reply);
    }

    /** A reply of m.lagou.com: its count is a quoted number. */
    public static String phoneReply() {
        return """
                {"content":{"data":{"page":{"totalCount":"2","result":[
                 {"logger":{"name":"com.lagou.entity.mobile.MobilePosition"},"positionId":501,"positionName":"虚构甲",
                  "city":"杭州","createTime":"今天 09:15","salary":"6k-10k","companyId":1,"companyName":"虚构公司"},
                 {"positionId":502,"positionName":"虚构乙","city":"杭州","createTime":"2017-08-07","salary":"7k-10k",
                  "companyName":"虚构公司"}]}}}}""";
    }

    /** A list page after its script ran: two items, and the template that is none. */
    public static String listPage(String head) {
        return "<!DOCTYPE html><html><head>" + head + "<title>招聘</title></head><body><ul>"
                + item(11, "虚构 C&amp;C++ 工程师", "10k-20k", "虚构园")
                + item(12, "虚构工程师", "20k-40k", "杭州·古荡")
                + "<li class=\"con_list_item\" data-positionid=\"{{item.positionId}}\" data-salary=\"{{item.salary}}\""
                + " data-positionname=\"{{item.positionName}}\"></li></ul></body></html>";
    }

    private static String item(int id, String title, String salary, String place) {
        return """
                <li class="con_list_item default_list" data-positionid="%d" data-salary="%s" data-company="虚构公司"
                 data-positionname="%s" data-hrid="998877665"><a class="position_link"><h3>%s</h3>
                 <span class="add">[<em>%s</em>]</span></a><span class="format-time">2018-05-02</span>
                 <input type="hidden" class="hr_name" value="RECRUITERNAME"><input type="hidden" class="hr_position"
                 value="招聘经理某某"><input type="hidden" class="hr_portrait" value="i/image/portrait.jpg"><input
                 type="hidden" class="target_hr" value="998877665"><div class="li_b_l"><span class="money">%s</span>
                 <!--<i></i>-->经验3-5年 / 本科</div></li>
                """.formatted(id, salary, title, title, place, salary);
    }

    /** A rendered page as it looks, without the data behind it; the endings of the classes differ from build to build. */
    public static String renderedItems(String head, String ending) {
        return """
                <html><head>%1$s</head><body><div id="jobList"><div class="list__%2$s">
                <div class="item__%2$s x"><div class="item-top__%2$s"><div class="p-top__%2$s"><a id="openWinPostion">虚构
                工程师<!-- -->[<!-- -->北京·虚构区<!-- -->]</a><span>1天前发布</span></div><div class="p-bom__%2$s"><span
                class="money__%2$s">30k-60k</span>经验5-10年<!-- --> / <!-- -->本科</div></div><div
                class="company-name__%2$s"><a>虚构公司</a></div><div class="item-bom__%2$s">x</div></div>
                <div class="item__%2$s"><div class="p-top__%2$s"><a id="openWinPostion">[急]虚构[乙][苏州]</a></div>
                <div class="p-bom__%2$s"><span class="money__%2$s">9k-12k</span>经验不限 / 大专</div></div>
                </div></div></body></html>""".formatted(head, ending);
    }

    /** A rendered page with its data. */
    public static String renderedPage(String reply) {
        return "<html><body><div id=\"__next\"></div><script id=\"__NEXT_DATA__\" type=\"application/json\">"
                + "{\"props\":{\"pageProps\":{\"initData\":" + reply.replace("<", "\\u003c")
                + "}},\"query\":{\"kd\":\"java\",\"city\":\"深圳\"}}</script></body></html>";
    }

    public static final String TOO_OFTEN =
            "{\"status\":false,\"msg\":\"您操作太频繁,请稍后再访问\",\"clientIp\":\"192.0.2.77\",\"state\":2402}";

    public static final String CHALLENGE = "<html><body><script src=\"/utrack/track.js\"></script>"
            + "<input type=\"hidden\" id=\"KEY\" value=\"x\">页面加载中...</body></html>";

    public static final String LOGIN =
            "<html><head><title>登录</title></head><body><input type=\"password\"></body></html>";

    /** One exchange of a visit. */
    public record Exchange(String url, int status, String redirect, String mime, String text, boolean base64) {

        public static Exchange of(String url, String text) {
            return new Exchange(url, 200, "", text.startsWith("{") ? "application/json" : "text/html", text, false);
        }
    }

    /** As the developer tools write it; cookies and tokens stand in it, as they do. */
    public static String har(boolean responseFirst, List<Exchange> visit) {
        List<String> entries = new ArrayList<>();
        for (Exchange exchange : visit) {
            Map<String, Object> content = new java.util.LinkedHashMap<>();
            content.put("size", exchange.text.length());
            content.put("mimeType", exchange.mime);
            content.put("text", exchange.base64 ? base64(exchange.text) : exchange.text);
            if (exchange.base64) {
                content.put("encoding", "base64");
            }
            String request = "\"request\":{\"method\":\"GET\",\"url\":" + JSON.writeValueAsString(exchange.url)
                    + ",\"headers\":[{\"name\":\"Cookie\",\"value\":\"SECRETCOOKIE\"}],\"cookies\":[{\"name\":\"a\","
                    + "\"value\":\"SECRETCOOKIE\"}],\"postData\":{\"text\":\"SECRETTOKEN\"}}";
            String response = "\"response\":{\"status\":" + exchange.status + ",\"headers\":[{\"name\":\"Set-Cookie\","
                    + "\"value\":\"SECRETCOOKIE\"}],\"content\":" + JSON.writeValueAsString(content)
                    + ",\"redirectURL\":" + JSON.writeValueAsString(exchange.redirect) + "}";
            entries.add("{\"startedDateTime\":\"2026-01-01T00:00:00Z\",\"serverIPAddress\":\"192.0.2.77\","
                    + (responseFirst ? response + "," + request : request + "," + response) + ",\"time\":1}");
        }
        return "{\n \"log\": {\"version\":\"1.2\",\"creator\":{\"name\":\"made up\"},\"pages\":[],\"entries\":["
                + String.join(",\n", entries) + "]}}";
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }
}

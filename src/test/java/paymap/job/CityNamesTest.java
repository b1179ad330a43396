package paymap.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CityNamesTest {

    @ParameterizedTest
    @CsvSource({
        "北京, 北京",
        "北京市, 北京",
        "北京·朝阳区, 北京",
        "北京-朝阳区, 北京",
        "西安·雁塔区·高新软件园, 西安",
        "[上海·曹家渡], 上海",
        "【上海】, 上海",
        "深圳-南山区, 深圳",
        "北京市海淀区中关村大街1号, 北京",
        "广东省深圳市南山区, 深圳",
        "广东-深圳, 深圳",
        "广东省 深圳市 南山区, 深圳",
        "广西壮族自治区南宁市, 南宁",
        "北京朝阳区, 北京",
        "上海浦东新区, 上海",
        "吉林-长春, 长春",
        "吉林, 吉林",
        "甘孜藏族自治州, 甘孜",
        "四川省甘孜藏族自治州康定市, 甘孜",
        "西双版纳傣族自治州, 西双版纳",
        "黔东南苗族侗族自治州, 黔东南",
        "恩施土家族苗族自治州, 恩施",
        "海西蒙古族藏族自治州, 海西",
        "克孜勒苏柯尔克孜自治州, 克孜勒苏",
        "伊犁哈萨克自治州, 伊犁",
        "巴音郭楞蒙古自治州, 巴音郭楞",
        "喀什地区, 喀什",
        "喀什, 喀什",
        "大兴安岭地区, 大兴安岭",
        "海南藏族自治州, 海南藏族自治州",
        "长阳土家族自治县, 长阳土家族自治县",
        "昆山, 昆山",
        "昆山市, 昆山",
        "吉林长春市南关区, 长春",
        "句容市宝华镇仙林东路, 句容",
        "凤城市边门镇, 凤城",
        "保定莲池区, 保定",
        "乐东黎族自治县, 乐东",
        "和田地区, 和田",
        "和田县, 和田县",
        "锡林郭勒盟, 锡林郭勒",
        "西安 雁塔, 西安",
        "香港, 香港",
        "beijing, 北京",
        "Beijing, 北京",
        "sz, 深圳"
    })
    void theCityOfAPlaceIsRead(String place, String city) {
        assertEquals(city, new CityNames(Text.PLAIN).city(place));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "全国",
                "海外",
                "广东",
                "广东省",
                "浦东新区",
                "remote",
                "12345",
                "Springfield",
                "中关村大街",
                "x",
                "后端开发",
                "民营",
                "上市",
                "上市公司",
                "国企",
                "移动端",
                "日本",
                "东京",
                "营销市场部",
                "互联网地区总监",
                "异地招聘",
                "远程办公",
                "某市公司",
                "不限",
                "朝阳门外",
                "软件县级代理"
            })
    void whatIsNoCityIsNone(String place) {
        assertEquals("", new CityNames(Text.PLAIN).city(place));
    }

    @ParameterizedTest
    @CsvSource({
        "南京·雨花台区·南京南站, 南京·雨花台区·南京南站, 南京, 雨花台区",
        "南京·雨花台区, 南京, 南京, 雨花台区",
        "广东-深圳-南山区, 深圳, 深圳, 南山区",
        "北京市朝阳区某路1号, 北京市朝阳区某路1号, 北京, 朝阳区",
        "南京雨花台区, 南京雨花台区, 南京, 雨花台区",
        "北京, 北京, 北京, ''",
        "'', 北京, 北京, ''",
        "海淀区, 北京, 北京, 海淀区",
        "海淀区(中关村), 北京, 北京, 海淀区(中关村)",
        "北京经济技术开发区, 北京, 北京, 北京经济技术开发区",
        "上海·浦东, 北京, 北京, 上海·浦东"
    })
    void aColumnOfCityAndDistrictGivesTheDistrict(String written, String place, String city, String district) {
        assertEquals(district, new CityNames(Text.PLAIN).district(written, place, city));
    }

    @ParameterizedTest
    @CsvSource({
        "北京, true",
        "bj, true",
        "昆山市, true",
        "甘孜藏族自治州, true",
        "喀什地区, true",
        "锡林郭勒盟, true",
        "海淀区, false",
        "市, false",
        "a市, false",
        "中关村大街, false"
    })
    void aWordIsSurelyACityThatWeKnowOrThatEndsLikeOne(String word, boolean isSurely) {
        assertEquals(isSurely, CityNames.isSurelyACity(word));
    }

    @Test
    void aCleanTextIsReadToo() {
        assertEquals("深圳", CityNames.read("广东省深圳市南山区"));
        assertEquals("", CityNames.read("somewhere"));
    }
}

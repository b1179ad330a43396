package paymap.chart.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.job.City;

class EnglishNamesTest {

    @ParameterizedTest
    @CsvSource({
        "北京, Beijing",
        "西安, Xi'an",
        "桂林, Guilin",
        "宜宾, Yibin",
        "西宁, Xining",
        "银川, Yinchuan",
        "三亚, Sanya",
        "保定, Baoding",
        "株洲, Zhuzhou",
        "拉萨, Lhasa",
        "呼和浩特, Hohhot",
        "甘孜藏族自治州, Garze",
        "吉林, Jilin",
        "香港, Hong Kong",
        "昆山, Kunshan",
        "雄安, Xiong'an"
    })
    void ofACity(String chinese, String english) {
        assertEquals(english, EnglishNames.of(chinese));
    }

    @ParameterizedTest
    @CsvSource({"抚州, 福州", "宿州, 苏州", "榆林, 玉林"})
    void citiesOfEqualSoundCanBeToldApart(String one, String other) {
        assertFalse(EnglishNames.of(one).equals(EnglishNames.of(other)), EnglishNames.of(one));
    }

    /** Each capital of a province, in the order of their codes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "北京", "天津", "石家庄", "太原", "呼和浩特", "沈阳", "长春", "哈尔滨", "上海", "南京", "杭州", "合肥", "福州", "南昌", "济南", "郑州",
                "武汉", "长沙", "广州", "南宁", "海口", "重庆", "成都", "贵阳", "昆明", "拉萨", "西安", "兰州", "西宁", "银川", "乌鲁木齐"
            })
    void everyCapitalOfAProvinceHasOne(String capital) {
        assertFalse(EnglishNames.of(capital).equals(capital));
    }

    @Test
    void everyCityThatCanBeAskedForHasOne() {
        for (City city : City.KNOWN) {
            assertEquals(City.english(city.chinese()), EnglishNames.of(city.chinese()));
        }
    }

    @Test
    void anUnknownNameStaysAsItIs() {
        assertEquals("某城", EnglishNames.of("某城"));
        assertEquals("", EnglishNames.of(""));
    }
}

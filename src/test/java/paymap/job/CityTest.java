package paymap.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CityTest {

    @ParameterizedTest
    @CsvSource({
        "bj, 北京",
        "BJ, 北京",
        "beijing, 北京",
        "BeiJing, 北京",
        "北京, 北京",
        "北京市, 北京",
        "' sh ', 上海",
        "gz, 广州",
        "sz, 深圳",
        "su, 苏州",
        "heb, 哈尔滨",
        "呼和浩特市, 呼和浩特"
    })
    void aCityGoesByCodePinyinOrChinese(String name, String chinese) {
        assertEquals(chinese, City.of(name).chinese());
    }

    @Test
    void everyKnownCityIsFoundByEachOfItsNames() {
        for (City city : City.KNOWN) {
            assertEquals(city, City.of(city.code()));
            assertEquals(city, City.of(city.pinyin().toUpperCase(Locale.ROOT)));
            assertEquals(city, City.of(city.chinese()));
            assertEquals(city, City.of(city.chinese() + "市"));
        }
    }

    @Test
    void noNameMeansTwoCities() {
        Set<String> names = new HashSet<>();
        for (City city : City.KNOWN) {
            assertTrue(names.add(city.code()), city.code());
            assertTrue(names.add(city.pinyin()), city.pinyin());
            assertTrue(names.add(city.chinese()), city.chinese());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "atlantis", "北", "市", "bj;sh", "b j", "bei"})
    void anUnknownCityIsRefusedWithSomeThatAreKnown(String name) {
        String message = assertThrows(IllegalArgumentException.class, () -> City.of(name))
                .getMessage();

        assertTrue(message.startsWith("unknown city \"" + name.strip() + "\""), message);
        assertTrue(message.endsWith("; known are bj 北京, sh 上海, gz 广州, sz 深圳 and 365 more"), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bj,sh", "bj, sh", "北京，上海", "北京、上海", " beijing ,,SH, ", "bj,sh,北京,bj"})
    void severalCitiesKeepTheirOrderAndCountOnce(String names) {
        assertEquals(List.of(City.of("bj"), City.of("sh")), City.listOf(names));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ",", "，、,"})
    void noCityAtAllIsRefused(String names) {
        assertEquals(
                "no city is named; try bj,sh,gz,sz",
                assertThrows(IllegalArgumentException.class, () -> City.listOf(names))
                        .getMessage());
    }

    @Test
    void oneUnknownNameSpoilsTheList() {
        assertThrows(IllegalArgumentException.class, () -> City.listOf("bj,atlantis"));
    }

    @ParameterizedTest
    @CsvSource({"北京, 北京", "北京市, 北京", "北京·海淀区, 北京", "北京市·海淀区, 北京", "西安·雁塔区·高新软件园, 西安", "深圳-南山区, 深圳", "' 上海 · 曹家渡 ', 上海"})
    void aCityMayBeTypedWithItsDistrict(String typed, String city) {
        assertEquals(city, City.of(typed).chinese());
    }

    @Test
    void tablesBeginWithTheLargestAndUnknownCitiesComeLast() {
        assertEquals(0, City.rank("北京"));
        assertEquals(3, City.rank("深圳"));
        assertTrue(City.rank("亚特兰蒂斯") > City.rank("惠州"));
    }

    @Test
    void anUnknownCityKeepsItsNameInEnglish() {
        assertEquals("儋州", City.english("儋州"));
        assertEquals("Xi'an", City.english("西安"));
        assertEquals("Beijing", City.english("北京"));
    }

    @Test
    void theTableHoldsEachPlaceOfTheMainlandOnce() {
        assertEquals(4 + 333 + 32, City.ALL.size());
        assertEquals("2023-06-30", City.AS_OF);
        assertEquals(44, City.KNOWN.size());
        assertEquals(City.KNOWN, City.ALL.subList(0, 44), "those with a code come first");
        Set<String> chinese = new HashSet<>();
        for (City city : City.ALL) {
            assertTrue(chinese.add(city.chinese()), city.chinese());
            assertTrue(city.pinyin().matches("[a-z]{2,20}"), city.toString());
            assertTrue(city.chinese().matches("\\p{IsHan}{2,7}"), city.toString());
            assertTrue(city.code().matches("|[a-z]{2,4}"), city.toString());
            assertEquals(city, City.of(city.shortest()));
            assertEquals(city, City.of(city.chinese()));
            assertEquals(city, City.of(city.listed()));
            assertEquals(city.chinese(), new CityNames(Text.PLAIN).city(city.listed()), "as a site writes it");
        }
    }

    @Test
    void everyPinyinThatMeansOneCityIsEnough() {
        Map<String, List<City>> byPinyin = City.ALL.stream().collect(Collectors.groupingBy(City::pinyin));
        byPinyin.forEach((pinyin, cities) -> {
            if (cities.size() == 1) {
                assertEquals(cities.get(0), City.of(pinyin));
            }
        });
        assertEquals("福州", City.of("fuzhou").chinese(), "the one that has a code, as ever");
        assertEquals("苏州", City.of("suzhou").chinese());
        assertEquals("哈尔滨", City.of("haerbin").chinese());
        assertEquals("拉萨", City.of("Lhasa").chinese());
    }

    @ParameterizedTest
    @CsvSource({"taizhou, 泰州, 台州", "yichun, 伊春, 宜春", "yulin, 玉林, 榆林"})
    void aPinyinOfTwoCitiesIsRefusedWithBoth(String pinyin, String one, String other) {
        assertEquals(
                "\"" + pinyin + "\" can mean " + one + ", " + other + "; name it in Chinese",
                assertThrows(IllegalArgumentException.class, () -> City.of(pinyin))
                        .getMessage());
    }

    @Test
    void allIsEveryCityAndNothingBesideIt() {
        assertEquals(City.ALL, City.listOf("all"));
        assertEquals(City.ALL, City.listOf(" All , "));
        assertEquals(
                "all is every city; leave the others out: \"bj,all\"",
                assertThrows(IllegalArgumentException.class, () -> City.listOf("bj,all"))
                        .getMessage());
    }

    @Test
    void aSiteListsAPrefectureByItsNameInFull() {
        assertEquals("甘孜藏族自治州", City.listed("甘孜"));
        assertEquals("北京", City.listed("北京"));
        assertEquals("亚特兰蒂斯", City.listed("亚特兰蒂斯"));
    }
}

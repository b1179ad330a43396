package paymap.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
        "甘孜藏族自治州, 甘孜藏族自治州",
        "四川省甘孜藏族自治州康定市, 甘孜藏族自治州",
        "昆山, 昆山",
        "昆山市, 昆山",
        "beijing, 北京",
        "Beijing, 北京",
        "sz, 深圳"
    })
    void theCityOfAPlaceIsRead(String place, String city) {
        assertEquals(city, new CityNames(Text.PLAIN).city(place));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "全国", "海外", "广东", "广东省", "浦东新区", "remote", "12345", "Springfield", "中关村大街", "x"})
    void whatIsNoCityIsNone(String place) {
        assertEquals("", new CityNames(Text.PLAIN).city(place));
    }
}

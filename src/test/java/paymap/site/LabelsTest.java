package paymap.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelsTest {

    @ParameterizedTest
    @CsvSource({
        "深圳-南山区 3-4年经验 大专 招10人, 3-4年经验, 大专",
        "上海 无需经验 招若干人, 无需经验, ''",
        "深圳 本科 招2人, '', 本科",
        "10年以上经验 硕士, 10年以上经验, 硕士",
        "java 5年及以上 高中/中技/中专, 5年及以上, 高中/中技/中专",
        "经验不限 统招本科, 经验不限, 统招本科",
        "在校生/应届生 学历不限, 在校生/应届生, 学历不限",
        "2-8年 本科及以上, 2-8年, 本科及以上",
        "年终奖金 带薪年假 双休, '', ''",
        "'', '', ''"
    })
    void experienceAndEducationAreToldFromOtherLabels(String labels, String experience, String education) {
        List<String> all = List.of(labels.split(" "));

        assertEquals(experience, Labels.experience(all));
        assertEquals(education, Labels.education(all));
    }
}

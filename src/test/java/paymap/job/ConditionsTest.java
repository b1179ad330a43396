package paymap.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paymap.job.Conditions.PayRange;
import paymap.salary.Basis;
import paymap.salary.SalaryParser;

class ConditionsTest {

    @ParameterizedTest
    @CsvSource({
        "10k-20k, 15000, , true",
        "10k-20k, 15001, , false",
        "10k-20k, , 15000, true",
        "10k-20k, , 14999, false",
        "10k-20k, 14000, 16000, true",
        "10k-20k, , , true",
        "20k以上, , , false",
        "面议, 1, , false",
        "300/天, 1, , false"
    })
    void payLiesInARangeWhereItsMidpointDoes(
            String pay, @Nullable Integer low, @Nullable Integer high, boolean isHeld) {
        assertEquals(isHeld, new PayRange(low, high, Basis.MONTH).holds(SalaryParser.parse(pay)));
    }

    @ParameterizedTest
    @CsvSource({"海淀区, 海淀", "' 海淀 ', 海淀", "正定县, 正定", "浦东新区, 浦东", "昆山市, 昆山", "城区, 城区"})
    void aDistrictIsTheSameWithOrWithoutItsKind(String name, String bare) {
        assertEquals(bare, Conditions.bareDistrict(name));
    }

    @Test
    void withoutPayTheOtherConditionsStay() {
        PayRange pay = new PayRange(1, 2, Basis.MONTH);
        Conditions both = new Conditions(List.of(), List.of(), List.of("海淀"), List.of(), List.of(), pay);

        assertEquals(List.of("海淀"), both.ofAnyPay().districts());
        assertFalse(both.ofAnyPay().isNone());
        assertTrue(new Conditions(List.of(), List.of(), List.of(), List.of(), List.of(), pay)
                .ofAnyPay()
                .isNone());
    }
}

package paymap.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;
import paymap.site.boss.Boss;
import paymap.site.job51.Job51;
import paymap.site.lagou.Lagou;
import paymap.site.liepin.Liepin;
import paymap.site.zhilian.Zhilian;

/** What each board tells of people stands here once more, as nothing else notices a field that is read after all. */
class PersonalFieldsTest {

    @Test
    void bossPassesOverRecruitersAndVisitors() {
        assertEquals(
                Set.of(
                        "bossInfo",
                        "bossName",
                        "bossTitle",
                        "bossAvatar",
                        "encryptBossId",
                        "encryptUserId",
                        "securityId",
                        "clientIP"),
                personalFields(new Boss()));
    }

    @Test
    void job51PassesOverRecruiters() {
        assertEquals(
                Set.of("hrUid", "hrName", "hrPosition", "hrLogo", "hrIsOnline", "hrActiveStatusGreen", "hrLabels"),
                personalFields(new Job51()));
    }

    @Test
    void liepinPassesOverRecruiters() {
        assertEquals(Set.of("recruiter", "dataParams", "dataInfo"), personalFields(new Liepin()));
    }

    @Test
    void zhilianPassesOverRecruitersAndVisitors() {
        assertEquals(Set.of("staffCard", "chatWindow", "user", "resumeNumber"), personalFields(new Zhilian()));
    }

    @Test
    void lagouPassesOverRecruiters() {
        assertEquals(Set.of("hrInfoMap"), personalFields(new Lagou()));
    }

    private static Set<String> personalFields(Site board) {
        return board.savedPages().orElseThrow().personalFields();
    }
}

package io.jenkins.plugins.wedata.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.wedata.Speaks;
import io.jenkins.plugins.wedata.api.Problem;
import io.jenkins.plugins.wedata.client.InvalidInputException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** What is said of connections to someone who reads Chinese. */
@Speaks("zh-CN")
class ConnectionsInChineseTest {

    @Test
    void everyWrongSettingIsTold() {
        WeDataConnection wrong = new WeDataConnection("-");
        wrong.setEndpoint("https://user:secret@wedata.corp");
        wrong.setProjectId("my project");
        wrong.setRateGroup("a b");
        wrong.setCallsPerSecond(0);
        wrong.setRetryMinutes(61);
        wrong.setFolders("data/*");
        assertThat(ConnectionRules.check(wrong))
                .extracting(Problem::toString)
                .containsExactly(
                        "id：“-”无效；请填写不超过 64 个字符的名称，可包含字母、数字、点、连字符和下划线，且以字母或数字开头",
                        "endpoint：“（不显示）”无效；请填写空值：仅当站点为 OWN_ENDPOINT 时才能填写",
                        "projectId：“my project”无效；请填写项目 ID，例如 1460947878944567296",
                        "rateGroup：“a b”无效；请填写不超过 64 个可打印的 ASCII 字符，不含空格",
                        "callsPerSecond：“0”无效；请填写数字，取值范围为 1 到 20",
                        "retryMinutes：“61”无效；请填写数字，取值范围为 1 到 60",
                        "folders：“data/*”无效；请填写文件夹的完整名称，例如 data/etl，每行一个；其下的内容也包括在内");
    }

    @Test
    void whatCanNotBeRightTogetherIsTold() {
        WeDataConnection first = connection("prod");
        first.setByDefault(true);
        WeDataConnection second = connection("prod");
        second.setByDefault(true);
        assertThatThrownBy(() -> ConnectionRules.requireRight(List.of(first, second)))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        e -> assertThat(e.problems())
                                .extracting(Problem::toString)
                                .containsExactly(
                                        "connections[1].id：“prod”无效；请填写其他连接未使用的名称",
                                        "connections[1].byDefault：“true”无效；请填写唯一的默认连接：“prod”已是默认连接"));
    }

    @Test
    void theConnectionsOfAPlaceAreTold() {
        List<WeDataConnection> none = List.of();
        List<WeDataConnection> some = List.of(connection("prod"), connection("test"));
        String who = "；连接由管理员创建，并指定可使用它的文件夹";
        assertThatThrownBy(() -> new ConnectionChoice(none, "").named("x")).hasMessage("可在文件夹之外使用的连接（目前没有）" + who);
        assertThatThrownBy(() -> new ConnectionChoice(none, "data").named("x"))
                .hasMessage("可在文件夹“data”中使用的连接（目前没有）" + who);
        assertThatThrownBy(() -> new ConnectionChoice(some, "").named("x")).hasMessage("可在文件夹之外使用的连接：prod、test" + who);
        assertThatThrownBy(() -> new ConnectionChoice(some, "data").named("x"))
                .hasMessage("可在文件夹“data”中使用的连接：prod、test" + who);
    }

    @Test
    void theSitesAreToldInWhateverLanguageIsSpokenNow() {
        assertThat(ConnectionSite.EXPECTED).hasToString("以下值之一：MAINLAND、INTERNATIONAL、REGIONAL、OWN_ENDPOINT、REHEARSAL");
        Locale.setDefault(Locale.ENGLISH);
        assertThat(ConnectionSite.EXPECTED)
                .hasToString("one of MAINLAND, INTERNATIONAL, REGIONAL, OWN_ENDPOINT, REHEARSAL");
    }

    @Test
    void theBoundsOfARehearsalAreTold() throws Exception {
        try (RehearsalTable table = new RehearsalTable(1_000, build -> false)) {
            assertThatThrownBy(() -> table.open("try", "job#1", 999))
                    .hasMessage("其他连接，或重新运行一次构建：演练仅保存在内存中，Jenkins 重启后，本次构建在演练中创建的内容已丢失");
            for (int i = 0; i < RehearsalTable.MOST; i++) {
                table.open("try", "job#" + i, 1_000);
            }
            assertThatThrownBy(() -> table.open("try", "one#1", 1_000)).hasMessage("其他连接，或稍后重试：目前已有 100 个构建正在演练，达到上限");
            table.close();
            assertThatThrownBy(() -> table.open("try", "one#1", 1_000))
                    .isInstanceOf(CancellationException.class)
                    .hasMessage("Jenkins 正在关闭");
        }
    }

    private static WeDataConnection connection(String id) {
        return new WeDataConnection(id);
    }
}

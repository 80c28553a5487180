package io.jenkins.plugins.wedata.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ByNameTest {

    private final ByName order = new ByName();

    private void ordered(String... names) {
        List<String> wanted = List.of(names);
        assertThat(wanted.stream().sorted(order.reversed()).sorted(order)).containsExactlyElementsOf(wanted);
    }

    @Test
    void lettersComeByTheAlphabetWhateverTheirCase() {
        ordered("archive", "Backup", "copy", "Éclair", "load", "Zoo");
        ordered("Load", "load", "load all", "Load alone");
    }

    @Test
    void numbersComeByWhatTheyCount() {
        ordered("flow 2", "flow 10", "flow 10b", "flow 100");
        ordered("2025-9", "2025-12", "20251222225827398", "20251222225827398000000000000001");
    }

    @Test
    void namesWithTheSameBeginningStayTogether() {
        ordered("ods", "ods_a", "ods_z", "ods2", "odsa");
        ordered("orders — 9", "orders 2 — 3", "orders old — 1");
    }

    @Test
    void chineseNamesComeByTheirSound() {
        ordered("load", "北京", "广州", "上海", "深圳");
    }

    @Property
    void anyTextsHaveOneOrder(
            @ForAll @From("names") String a, @ForAll @From("names") String b, @ForAll @From("names") String c) {
        assertThat(order.compare(a, b)).isEqualTo(-order.compare(b, a));
        assertThat(order.compare(a, b) == 0).isEqualTo(a.equals(b));
        if (order.compare(a, b) <= 0 && order.compare(b, c) <= 0) {
            assertThat(order.compare(a, c)).isLessThanOrEqualTo(0);
        }
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withChars("aAbzéß019_- .—٣²")
                .withChars('\u0301', '\u4e2d', '\u5317', '\ud83d', '\ude00')
                .ofMaxLength(6);
    }
}

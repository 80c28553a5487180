package io.jenkins.plugins.wedata.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Taking the names of builds apart, whatever somebody wrote. */
class BuildNameTest {

    private static final String ROOT = "https://ci.example.org/jenkins/";
    private static final int MEGABYTE = 1 << 20;

    @Test
    void aBuildIsNamedByNumberByAddressOrByJobAndNumber() {
        assertThat(BuildName.parse(" #41 ", ROOT)).contains(new BuildName(null, 41));
        assertThat(BuildName.parse("team/nightly run#41", ROOT)).contains(new BuildName("team/nightly run", 41));
        assertThat(BuildName.parse("/team/a#1", null)).contains(new BuildName("team/a", 1));
        for (String rest : List.of("", "/", "/console", "/pipeline-graph/x")) {
            assertThat(BuildName.parse(ROOT + "job/data%20team/job/a/41" + rest, ROOT))
                    .contains(new BuildName("data team/a", 41));
        }
        assertThat(BuildName.parse(ROOT + "job/7/8", ROOT)).contains(new BuildName("7", 8));
    }

    @Test
    void whatNamesNoBuildOfThisJenkinsIsNone() {
        for (String text : List.of(
                "",
                "no",
                "1234567890",
                "a#1#2",
                ROOT,
                ROOT + "job/a/",
                ROOT + "job/a/lastBuild/",
                ROOT + "job/a%zz/1/",
                ROOT + "job/a/1?x",
                ROOT + "../job/a/1",
                "https://elsewhere.example.org/job/a/1/")) {
            assertThat(BuildName.parse(text, ROOT)).as(text).isEmpty();
        }
        assertThat(BuildName.parse(ROOT + "job/a/1", null)).isEmpty();
    }

    @Test
    void aNameOfAMegabyteIsNoneAndCostsNothing() {
        for (String part : List.of("job/a/", "a/", "1", "#", "/", " ", "job/", "%2")) {
            String filler = part.repeat(MEGABYTE / part.length());
            for (String text : List.of(filler, filler + "1", filler + "#1", ROOT + filler + "1", ROOT + filler)) {
                assertThat(BuildName.parse(text, ROOT)).isEmpty();
            }
        }
    }

    @Test
    void anAddressOfAnyDepthTakesNoMoreOfTheStack() {
        assertThat(BuildName.path("job/a/".repeat(MEGABYTE / 6) + "1"))
                .hasValueSatisfying(name -> assertThat(name.job()).hasSize(2 * (MEGABYTE / 6) - 1));
        assertThat(BuildName.path("job/a/".repeat(MEGABYTE / 6) + "x")).isEmpty();
        assertThat(BuildName.path("job/a/1/" + "x/".repeat(MEGABYTE / 2))).contains(new BuildName("a", 1));
    }
}

package io.jenkins.plugins.wedata.steps;

import static io.jenkins.plugins.wedata.steps.WrongFieldsOfBatches.AWAIT;
import static io.jenkins.plugins.wedata.steps.WrongFieldsOfBatches.BATCH;
import static io.jenkins.plugins.wedata.steps.WrongFieldsOfBatches.MISSING;
import static io.jenkins.plugins.wedata.steps.WrongFieldsOfBatches.TASK;
import static io.jenkins.plugins.wedata.steps.WrongFieldsOfTasks.COMMIT;
import static io.jenkins.plugins.wedata.steps.WrongFieldsOfTasks.CREATE;
import static io.jenkins.plugins.wedata.steps.WrongFieldsOfTasks.EXTRA;
import static io.jenkins.plugins.wedata.steps.WrongFieldsOfTasks.SETTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.wedata.client.InvalidInputException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.verb.POST;

/** What a form says beside a field is what the build would say. */
class FormChecksTest {

    private final FormBench form;
    private final StepBench bench = new StepBench();

    FormChecksTest() throws Exception {
        form = new FormBench();
    }

    @AfterEach
    void close() {
        form.close();
        bench.close();
    }

    static Stream<WrongField> wrongs() {
        return Stream.concat(WrongFieldsOfTasks.all(), WrongFieldsOfBatches.all());
    }

    @ParameterizedTest
    @MethodSource("wrongs")
    void aFormSaysWhatTheBuildWouldSay(WrongField wrong) {
        String told = form.told(() -> wrong.check().apply(form.item));

        InvalidInputException inBuild = catchThrowableOfType(
                InvalidInputException.class,
                () -> PreparedStep.of(wrong.step(), bench.build, null, false).check());
        String said = inBuild.problems().stream()
                .filter(problem ->
                        problem.field().replaceFirst("\\[[0-9]+]$", "").equals(wrong.field()))
                .findFirst()
                .orElseThrow()
                .toString();
        assertThat(told).startsWith("error: ");
        assertThat(afterField(told)).isEqualTo(afterField(said));
        assertThat(inBuild.getMessage()).contains(afterField(told));
        String name = wrong.field().substring(wrong.field().lastIndexOf('.') + 1);
        assertThat(told).startsWith("error: " + name + ": ");
    }

    private static String afterField(String message) {
        return message.replaceFirst("^(error: )?[^:]*: ", "");
    }

    @ParameterizedTest
    @MethodSource("wrongs")
    void whoMayNotConfigureTheJobIsToldNothing(WrongField wrong) {
        assertThat(form.forbid().told(() -> wrong.check().apply(form.item))).isEmpty();
    }

    @Test
    void everyCheckOfTheFormsIsAmongThese() {
        Set<String> there = Stream.of(CREATE, COMMIT, BATCH, AWAIT, TASK, MISSING, EXTRA, SETTING)
                .flatMap(descriptor -> Arrays.stream(descriptor.getClass().getMethods()))
                .map(Method::getName)
                .filter(name -> name.startsWith("doCheck"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(there).isEqualTo(wrongs().map(WrongField::method).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void everyMethodOfTheFormsIsAskedByPostAndKnowsThePlace() {
        DescriptorsTest.describables()
                .map(type -> type.getDeclaredClasses()[0])
                .flatMap(descriptor -> Arrays.stream(descriptor.getMethods()))
                .filter(method -> method.getName().matches("do[A-Z].*") && !method.isBridge())
                // Jenkins' own, such as the one that gives help.
                .filter(method -> method.getDeclaringClass().getName().startsWith("io.jenkins.plugins.wedata."))
                .forEach(method -> {
                    assertThat(method.isAnnotationPresent(POST.class))
                            .as(method.toString())
                            .isTrue();
                    assertThat(Arrays.stream(method.getParameters())
                                    .filter(parameter -> parameter.isAnnotationPresent(AncestorInPath.class))
                                    .map(parameter -> parameter.getType().getSimpleName()))
                            .as(method.toString())
                            .containsExactly("Item");
                });
    }

    @Test
    void whatIsRightIsToldNothing() {
        Item item = form.item;
        for (Function<Item, FormValidation> check : List.<Function<Item, FormValidation>>of(
                i -> CREATE.doCheckWorkflowId(i, "nightly — c3ebf6b9"),
                i -> CREATE.doCheckTaskName(i, "load"),
                i -> CREATE.doCheckTaskType(i, "shell"),
                i -> CREATE.doCheckTaskType(i, "4711"),
                i -> CREATE.doCheckContent(i, ""),
                i -> CREATE.doCheckContentFile(i, "", "select 1"),
                i -> CREATE.doCheckContentFile(i, "not/there.sql", ""),
                i -> CREATE.doCheckIfExists(i, ""),
                i -> CREATE.doCheckProductName(i, "P", "select 1", ""),
                i -> CREATE.doCheckProductName(i, "P", "", "a.sql"),
                i -> CREATE.doCheckLeftCoordinate(i, "", "", ""),
                i -> COMMIT.doCheckInstanceVersion(i, ""),
                i -> COMMIT.doCheckWaitUntilRunning(i, true, "START"),
                i -> COMMIT.doCheckTimeout(i, ""),
                i -> BATCH.doCheckAlarmWays(i, ""),
                i -> BATCH.doCheckAssignApprovalList(i, ""),
                i -> AWAIT.doCheckJobId(i, " 42 ", ""),
                i -> AWAIT.doCheckTasks(i, "1\n2\n"),
                i -> AWAIT.doCheckSite(i, "", ""),
                i -> AWAIT.doCheckProjectId(i, "warehouse — 1", ""))) {
            assertThat(form.told(() -> check.apply(item))).isEmpty();
        }
    }

    @Test
    void aVariableIsLeftToTheBuild() {
        assertThat(form.told(() -> AWAIT.doCheckJobId(form.item, "${WEDATA_JOB_ID}", "")))
                .isEmpty();
        assertThat(form.told(() -> AWAIT.doCheckJobId(form.item, "$WEDATA_JOB_ID", "")))
                .isEmpty();
        assertThat(form.told(() -> AWAIT.doCheckJobId(form.item, "$ 7", ""))).isNotEmpty();
        assertThat(form.told(() -> AWAIT.doCheckFromBuild(form.item, "${UPSTREAM_BUILD}")))
                .isEmpty();
    }

    @Test
    void aJobIsNamedByItsNumberOrByItsBuild() {
        assertThat(form.told(() -> AWAIT.doCheckJobId(form.item, "7", "41"))).contains("fromBuild says which jobs");
        assertThat(form.told(() -> AWAIT.doCheckJobId(form.item, "", "41"))).isEmpty();
    }

    @Test
    void whatIsNoNumberIsToldAsItWasTyped() {
        assertThat(form.told(() -> COMMIT.doCheckTimeout(form.item, "an hour")))
                .isEqualTo("error: timeout: 'an hour' is not valid; give a number of minutes from 1 to 43200");
        assertThat(form.told(() -> COMMIT.doCheckInstanceVersion(form.item, "99999999999999999999")))
                .isEqualTo("error: instanceVersion: '99999999999999999999' is not valid; give a number not below 0");
    }

    @Test
    void aRestartThatDropsTheStateIsWarnedOf() {
        for (String typed : List.of("RESTART_DROPPING_STATE", " restart_dropping_state ")) {
            assertThat(form.told(() -> COMMIT.doCheckCommitType(form.item, typed)))
                    .startsWith("warning: ")
                    .contains("state is lost", "PAUSE_AND_CONTINUE");
        }
        assertThat(form.told(() -> COMMIT.doCheckCommitType(form.item, "START")))
                .isEmpty();
    }
}

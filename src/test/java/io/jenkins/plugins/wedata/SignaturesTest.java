package io.jenkins.plugins.wedata;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.AbortException;
import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.wedata.api.ApiVersion;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** signatures.txt lists what the plugin's class files link to in Jenkins; LinkageTest resolves it there. */
class SignaturesTest {

    private static final String UPDATE = "wedata.signatures.update";
    private static final Path FILE =
            ProjectFolder.find().resolve("src/test/resources/io/jenkins/plugins/wedata/signatures.txt");

    @Test
    void signaturesTxtIsWhatTheClassFilesLinkTo() throws IOException, URISyntaxException {
        Path classes = Path.of(ApiVersion.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<String> lines = List.copyOf(Signatures.of(classes));

        if (Boolean.getBoolean(UPDATE)) {
            Files.writeString(FILE, lines.isEmpty() ? "" : String.join("\n", lines) + "\n");
        }
        assertThat(Files.readAllLines(FILE))
                .as("stale: run the tests once with -D%s=true and commit the file", UPDATE)
                .isEqualTo(lines);
    }

    @Test
    void classesFieldsAndMethodsAreListedInheritedOnesUnderTheirJenkinsType() throws IOException {
        assertThat(Signatures.of(List.of(read(Sample.class), read(SampleBase.class))))
                .containsExactly(
                        "class hudson/AbortException",
                        "class hudson/model/Result",
                        "class hudson/model/Run",
                        "class org/jenkinsci/plugins/workflow/steps/StepContext",
                        "class org/jenkinsci/plugins/workflow/steps/StepExecution",
                        "field hudson/model/Result UNSTABLE Lhudson/model/Result;",
                        "method hudson/AbortException <init> (Ljava/lang/String;)V",
                        "method hudson/model/Run getUrl ()Ljava/lang/String;",
                        "method org/jenkinsci/plugins/workflow/steps/StepContext get"
                                + " (Ljava/lang/Class;)Ljava/lang/Object;",
                        "method org/jenkinsci/plugins/workflow/steps/StepContext setResult (Lhudson/model/Result;)V",
                        "method org/jenkinsci/plugins/workflow/steps/StepExecution <init>"
                                + " (Lorg/jenkinsci/plugins/workflow/steps/StepContext;)V",
                        "method org/jenkinsci/plugins/workflow/steps/StepExecution getContext"
                                + " ()Lorg/jenkinsci/plugins/workflow/steps/StepContext;");
    }

    @Test
    void whatThePluginLinksToResolvesHere() throws IOException {
        List<String> broken = new ArrayList<>();
        for (String line : Files.readAllLines(FILE)) {
            Linkage.find(line, getClass().getClassLoader()).ifPresent(broken::add);
        }
        assertThat(broken).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class hudson/model/Result",
                "field hudson/model/Result UNSTABLE Lhudson/model/Result;",
                "method hudson/model/Run getUrl ()Ljava/lang/String;",
                "method hudson/AbortException getMessage ()Ljava/lang/String;",
                "method hudson/AbortException <init> (Ljava/lang/String;)V",
                "interface-method hudson/model/TaskListener getLogger ()Ljava/io/PrintStream;",
                "interface-method hudson/model/TaskListener hashCode ()I",
            })
    void aLineResolvesWhereTheJvmWouldLink(String line) {
        assertThat(Linkage.find(line, getClass().getClassLoader())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class hudson/model/NoSuchType",
                "field hudson/model/Result UNSTABLE Ljava/lang/String;",
                "field hudson/model/Result GREAT Lhudson/model/Result;",
                "method hudson/model/Run getUrl ()Ljava/lang/Object;",
                "method hudson/model/Run getUrl (I)Ljava/lang/String;",
                "method hudson/model/Run getUrl ()Lhudson/model/NoSuchType;",
                "method hudson/AbortException <init> (I)V",
                "interface-method hudson/model/Run getUrl ()Ljava/lang/String;",
            })
    void aLineThatTheJvmWouldNotLinkIsNamed(String line) {
        assertThat(Linkage.find(line, getClass().getClassLoader()).orElseThrow())
                .contains(line);
    }

    private static ClassFile read(Class<?> type) throws IOException {
        try (InputStream in = type.getResourceAsStream(type.getName().replaceAll(".*\\.", "") + ".class")) {
            return ClassFile.read(in);
        }
    }

    private abstract static class SampleBase extends StepExecution {

        private static final long serialVersionUID = 1L;

        SampleBase(StepContext context) {
            super(context);
        }

        void own() {}
    }

    private static final class Sample extends SampleBase {

        private static final long serialVersionUID = 1L;

        Sample(StepContext context) {
            super(context);
        }

        @Override
        public boolean start() throws IOException, InterruptedException {
            own();
            getContext().setResult(Result.UNSTABLE);
            throw new AbortException(getContext().get(Run.class).getUrl() + hashCode());
        }
    }
}

package io.jenkins.plugins.wedata.rehearsal.declarative;

import io.jenkins.plugins.wedata.rehearsal.binding.DataBoundModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.Phases;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** What the parser reads from the text of a Jenkinsfile, with a few steps to call. */
record ReadFile(DeclarativeCustomizer customizer) {

    static ReadFile of(String text) {
        DeclarativeCustomizer customizer = new DeclarativeCustomizer(text, new FewSteps());
        CompilerConfiguration configuration = new CompilerConfiguration();
        configuration.addCompilationCustomizers(customizer);
        CompilationUnit unit = new CompilationUnit(configuration);
        unit.addSource("Jenkinsfile", text);
        unit.compile(Phases.SEMANTIC_ANALYSIS);
        return new ReadFile(customizer);
    }

    /** The complaints as {@code line: message}. */
    List<String> complaints() {
        return customizer.complaints().stream()
                .map(complaint -> complaint.line() + ": " + complaint.message())
                .toList();
    }

    DeclarativePipeline pipeline() {
        return customizer.pipeline().orElseThrow();
    }

    /** A step that takes a text. */
    public static final class Say {
        @DataBoundConstructor
        public Say(String message) {}

        @DataBoundSetter
        public void setTimes(int times) {
            // Nothing is said.
        }
    }

    /** A step that takes a number and may stand in options. */
    public static final class Around {
        @DataBoundConstructor
        public Around(int count) {}
    }

    private static final class FewSteps implements StepCatalog {
        private final Map<String, DataBoundModel<?>> steps =
                Map.of("echo", DataBoundModel.of(Say.class), "retry", DataBoundModel.of(Around.class));

        @Override
        public Optional<DataBoundModel<?>> parameters(String step) {
            return Optional.ofNullable(steps.get(step));
        }

        @Override
        public Set<String> wrappers() {
            return Set.of("retry");
        }
    }
}

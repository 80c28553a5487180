package io.jenkins.plugins.wedata.rehearsal.declarative;

import com.cloudbees.groovy.cps.CpsTransformer;
import groovy.lang.GroovyClassLoader;
import groovy.lang.Script;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.codehaus.groovy.control.CompilerConfiguration;

/** A Declarative Pipeline, read from a file and ready to run. */
public final class DeclarativePipeline {

    /** What holds the interpreter in the script; no file can name it. */
    static final String VARIABLE = "declarative pipeline";

    private final PipelineModel model;
    private final List<String> notes;

    DeclarativePipeline(PipelineModel model, List<String> notes) {
        this.model = model;
        this.notes = List.copyOf(notes);
    }

    /**
     * The parameters that the file declares.
     *
     * @return in the file's order
     */
    public List<ParameterDefinition> parameters() {
        return model.parameters();
    }

    /**
     * What the file says that does nothing in a rehearsal.
     *
     * @return sentences
     */
    public List<String> notes() {
        return notes;
    }

    /**
     * Gives a script what runs its {@code pipeline} block. The interpreter is a Groovy program on the engine that runs the
     * script: it must be, since it waits for steps.
     *
     * @param script the compiled file
     * @param build the build that it runs in
     * @param transformer makes Groovy a program of the engine
     */
    public void attach(Script script, DeclarativeBuild build, CpsTransformer transformer) {
        CompilerConfiguration configuration = new CompilerConfiguration();
        configuration.addCompilationCustomizers(transformer);
        try (GroovyClassLoader loader = new GroovyClassLoader(getClass().getClassLoader(), configuration)) {
            loader.parseClass(source("Surroundings.groovy"), "Surroundings.groovy");
            loader.parseClass(source("When.groovy"), "When.groovy");
            Object interpreter = loader.parseClass(source("Interpreter.groovy"), "Interpreter.groovy")
                    .getConstructor(Script.class, DeclarativeBuild.class, PipelineModel.class)
                    .newInstance(script, build, model);
            script.getBinding().setVariable(VARIABLE, interpreter);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The interpreter of Declarative Pipelines can't be made", e);
        }
    }

    private String source(String file) throws IOException {
        try (InputStream source = Objects.requireNonNull(getClass().getResourceAsStream(file))) {
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

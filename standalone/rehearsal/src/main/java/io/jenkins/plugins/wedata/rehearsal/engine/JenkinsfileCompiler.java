package io.jenkins.plugins.wedata.rehearsal.engine;

import com.cloudbees.groovy.cps.CpsTransformer;
import com.cloudbees.groovy.cps.NonCPS;
import com.cloudbees.groovy.cps.TransformerConfiguration;
import com.cloudbees.groovy.cps.impl.CpsCallableInvocation;
import groovy.lang.Binding;
import groovy.lang.GroovyShell;
import io.jenkins.plugins.wedata.rehearsal.declarative.DeclarativeCustomizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.customizers.ImportCustomizer;
import org.codehaus.groovy.control.messages.ExceptionMessage;
import org.codehaus.groovy.control.messages.Message;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;

/** Compiles a Jenkinsfile as Jenkins does, and refuses what can't be rehearsed before anything runs. */
final class JenkinsfileCompiler {

    /** What Jenkins calls the class of every Jenkinsfile. */
    private static final String SCRIPT_NAME = "WorkflowScript";

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final String NO_LIBRARY = "unable to resolve class Library ";
    private static final String LIBRARY = "@Library is not rehearsed: shared libraries live in Jenkins";

    private final StepRegistry steps;

    JenkinsfileCompiler(StepRegistry steps) {
        this.steps = steps;
    }

    /** Whether a frame of a stack trace stands in the Jenkinsfile. */
    static boolean isOfScript(StackTraceElement frame) {
        return SCRIPT_NAME.equals(frame.getFileName()) && frame.getLineNumber() > 0;
    }

    /**
     * Compiles.
     *
     * @param text the whole Jenkinsfile
     * @throws RefusedException when it doesn't compile, or calls what is not rehearsed
     */
    CompiledJenkinsfile compile(String text) {
        if (text.startsWith(BYTE_ORDER_MARK)) {
            throw new RefusedException(List.of(new Refusal(
                    1,
                    "a byte order mark stands before the first word, of which Jenkins takes it for a part; save as UTF-8"
                            + " without")));
        }
        SupportedCalls check = new SupportedCalls(steps);
        DeclarativeCustomizer declarative = new DeclarativeCustomizer(text, steps);
        CompilerConfiguration configuration = new CompilerConfiguration();
        configuration.setScriptBaseClass(RehearsalScript.class.getName());
        configuration.addCompilationCustomizers(imports(), declarative, check, transformer());
        GroovyShell shell = new GroovyShell(getClass().getClassLoader(), new Binding(), configuration);
        RehearsalScript script;
        try {
            script = (RehearsalScript) shell.parse(text, SCRIPT_NAME);
        } catch (MultipleCompilationErrorsException e) {
            throw new RefusedException(errors(e));
        } catch (CpsCallableInvocation e) {
            throw new RefusedException(
                    List.of(new Refusal(0, e.methodName + " is called while the file's fields are still being set")));
        } catch (StackOverflowError e) {
            throw new RefusedException(List.of(new Refusal(0, "its blocks are nested too deeply to be compiled")));
        } catch (CompilationFailedException e) {
            throw new RefusedException(List.of(new Refusal(0, e.getMessage())));
        }
        List<Refusal> refusals = refusals(declarative, check);
        if (!refusals.isEmpty()) {
            throw new RefusedException(refusals);
        }
        return new CompiledJenkinsfile(script, declarative.pipeline().orElse(null));
    }

    private static List<Refusal> refusals(DeclarativeCustomizer declarative, SupportedCalls check) {
        return Stream.concat(
                        declarative.complaints().stream()
                                .map(complaint -> new Refusal(complaint.line(), complaint.message())),
                        check.refusals().stream())
                .distinct()
                .sorted(Comparator.comparingInt(Refusal::line))
                .toList();
    }

    private static ImportCustomizer imports() {
        ImportCustomizer imports = new ImportCustomizer();
        imports.addStarImports(NonCPS.class.getPackageName(), "hudson.model", "jenkins.model");
        return imports;
    }

    /** Makes a program of what is compiled with it: it can be parked in a step. */
    static CpsTransformer transformer() {
        CpsTransformer transformer = new CpsTransformer();
        transformer.setConfiguration(new TransformerConfiguration()
                .withClosureType(RehearsalClosure.class)
                .withSafepoint(Safepoint.class, "safepoint"));
        return transformer;
    }

    private static List<Refusal> errors(MultipleCompilationErrorsException e) {
        List<Refusal> refusals = new ArrayList<>();
        for (Object message : e.getErrorCollector().getErrors()) {
            if (message instanceof SyntaxErrorMessage syntax) {
                String said = syntax.getCause().getOriginalMessage();
                refusals.add(new Refusal(syntax.getCause().getLine(), said.startsWith(NO_LIBRARY) ? LIBRARY : said));
            } else if (message instanceof ExceptionMessage failure) {
                // Such as a method that is too large, of which Jenkins says the same.
                refusals.add(new Refusal(0, failure.getCause().getMessage()));
            } else {
                refusals.add(new Refusal(0, String.valueOf(((Message) message))));
            }
        }
        return refusals;
    }
}

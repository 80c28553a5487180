package io.jenkins.plugins.wedata;

import com.cloudbees.plugins.credentials.ContextInPath;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.lang.annotation.Annotation;
import java.lang.reflect.Parameter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Every method of some classes that a browser can call, and what is wrong with it. */
final class WebMethods {

    private static final Pattern NAME = Pattern.compile("do[A-Z]\\w*|js[A-Z]\\w*|getDynamic");
    private static final Pattern SECRET = Pattern.compile("(?i).*(secret|token|password|credential).*");
    private static final Pattern HOST = Pattern.compile("(?i).*(endpoint|url|host|address|proxy).*");
    private static final Set<String> CHECKS =
            Set.of("hasPermission", "checkPermission", "hasAnyPermission", "checkAnyPermission");

    /** What a method may use of Jenkins and still tell nothing but what everybody can read in this plugin's source. */
    private static final Set<String> WORDS = Set.of(
            "hudson.util.ListBoxModel",
            "hudson.util.ComboBoxModel",
            "hudson.util.FormValidation",
            "hudson.util.FormValidation$Kind");

    private static final List<String> JENKINS =
            List.of("hudson.", "jenkins.", "org.jenkinsci.", "com.cloudbees.", "io.jenkins.plugins.okhttp.");

    private final JavaClasses classes;
    private final Map<String, String> gets;

    /**
     * Looks through some classes.
     *
     * @param classes of the plugin
     * @param gets the methods that answer to a GET, each with the reason
     */
    WebMethods(JavaClasses classes, Map<String, String> gets) {
        this.classes = classes;
        this.gets = gets;
    }

    List<JavaMethod> all() {
        return classes.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(method -> NAME.matcher(method.getName()).matches()
                        || method.isAnnotatedWith("org.kohsuke.stapler.WebMethod")
                        || method.isAnnotatedWith("org.kohsuke.stapler.bind.JavaScriptMethod"))
                .sorted(Comparator.comparing(JavaMethod::getFullName))
                .toList();
    }

    /** What is wrong, one line each. */
    List<String> flaws() {
        List<String> flaws = new ArrayList<>();
        for (JavaMethod method : all()) {
            String name = name(method);
            if (!method.isAnnotatedWith(POST.class) && !gets.containsKey(name)) {
                flaws.add(name + " answers to a GET");
            }
            Set<JavaCodeUnit> reached = reached(method);
            if (tellsWordsAlone(reached)) {
                continue;
            }
            if (reached.stream().noneMatch(WebMethods::checksAPermission)) {
                flaws.add(name + " asks for no permission");
            }
            boolean forAdministrators = reached.stream().anyMatch(WebMethods::namesAdminister);
            if (!hasPlace(method) && !forAdministrators) {
                flaws.add(name + " does not know the item that it is asked for");
            }
            if (takes(method, SECRET) && takes(method, HOST) && (hasPlace(method) || !forAdministrators)) {
                flaws.add(name + " could send a secret to a host of the form");
            }
        }
        return flaws;
    }

    static String name(JavaMethod method) {
        return method.getOwner().getName().substring("io.jenkins.plugins.wedata.".length()) + "#" + method.getName();
    }

    private Set<JavaCodeUnit> reached(JavaMethod method) {
        Set<JavaCodeUnit> reached = new HashSet<>();
        Deque<JavaCodeUnit> waiting = new ArrayDeque<>(List.of(method));
        while (!waiting.isEmpty()) {
            JavaCodeUnit next = waiting.pop();
            if (reached.add(next)) {
                Stream.concat(next.getCallsFromSelf().stream(), next.getCodeUnitReferencesFromSelf().stream())
                        .flatMap(this::targets)
                        .forEach(waiting::push);
            }
        }
        return reached;
    }

    /** Whatever may be called: where it is declared, and every override. */
    private Stream<JavaCodeUnit> targets(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        if (!classes.contain(owner.getName())) {
            return Stream.empty();
        }
        return Stream.concat(Stream.of(owner), owner.getAllSubclasses().stream())
                .filter(type -> classes.contain(type.getName()))
                .flatMap(type -> type.getAllRawSuperclasses().isEmpty()
                        ? type.getCodeUnits().stream()
                        : Stream.concat(
                                type.getCodeUnits().stream(),
                                type.getAllRawSuperclasses().stream().flatMap(up -> up.getCodeUnits().stream())))
                .filter(unit -> classes.contain(unit.getOwner().getName()))
                .filter(unit -> unit.getName().equals(access.getTarget().getName()));
    }

    private static boolean checksAPermission(JavaCodeUnit unit) {
        return unit.getCallsFromSelf().stream()
                .anyMatch(call -> CHECKS.contains(call.getTarget().getName()));
    }

    private static boolean namesAdminister(JavaCodeUnit unit) {
        return unit.getFieldAccesses().stream()
                .anyMatch(access -> access.getTarget().getName().equals("ADMINISTER"));
    }

    private boolean tellsWordsAlone(Set<JavaCodeUnit> reached) {
        return reached.stream()
                .flatMap(unit -> unit.getAccessesFromSelf().stream())
                .map(access -> access.getTargetOwner().getName())
                .noneMatch(owner -> !WORDS.contains(owner)
                        && !classes.contain(owner)
                        && JENKINS.stream().anyMatch(owner::startsWith));
    }

    private static boolean hasPlace(JavaMethod method) {
        return Arrays.stream(method.reflect().getParameters())
                .anyMatch(parameter -> parameter.isAnnotationPresent(AncestorInPath.class)
                        || parameter.isAnnotationPresent(ContextInPath.class));
    }

    private static boolean takes(JavaMethod method, Pattern what) {
        return Arrays.stream(method.reflect().getParameters())
                .anyMatch(parameter -> what.matcher(parameter.getType().getSimpleName() + " " + sentAs(parameter))
                        .matches());
    }

    private static String sentAs(Parameter parameter) {
        Annotation sent = parameter.getAnnotation(QueryParameter.class);
        return sent == null ? parameter.getName() : ((QueryParameter) sent).value() + " " + parameter.getName();
    }
}

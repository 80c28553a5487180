package io.jenkins.plugins.wedata.steps;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockStatic;
import static org.mockito.Mockito.when;

import hudson.ExtensionList;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.wedata.environment.BuildConnections;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kohsuke.stapler.QueryParameter;
import org.mockito.MockedConstruction;
import org.mockito.MockedStatic;
import org.mockito.Mockito;

/** A job whose form is filled in by someone who may, or may not, configure it, and what the form is told. */
final class FormWords implements AutoCloseable {

    private final MockedStatic<FormValidation> validations = mockStatic(FormValidation.class);
    private final MockedStatic<ExtensionList> extensions = mockStatic(ExtensionList.class);
    private final List<String> offered = new ArrayList<>();
    private final MockedConstruction<ListBoxModel> lists;
    private final Item job = mock();

    FormWords(boolean mayConfigure) {
        FormValidation ok = mock();
        validations.when(FormValidation::ok).thenReturn(ok);
        validations.when(() -> FormValidation.error(anyString())).thenAnswer(call -> {
            FormValidation error = mock();
            when(error.getMessage()).thenReturn(call.getArgument(0));
            return error;
        });
        BuildConnections connections = mock();
        when(connections.at(any())).thenReturn(mock());
        extensions
                .when(() -> ExtensionList.lookupSingleton(BuildConnections.class))
                .thenReturn(connections);
        lists = Mockito.mockConstruction(
                ListBoxModel.class,
                (list, context) -> Mockito.doAnswer(call -> offered.add(call.getArgument(1)))
                        .when(list)
                        .add(anyString(), anyString()));
        when(job.hasPermission(any())).thenReturn(mayConfigure);
        when(job.hasAnyPermission(any(), any())).thenReturn(mayConfigure);
    }

    /** The methods of a form: those that check a field, or those that fill a drop-down. */
    static List<Method> methods(Object descriptor, String prefix) {
        return Arrays.stream(descriptor.getClass().getMethods())
                .filter(method -> method.getName().startsWith(prefix))
                .filter(method -> method.getDeclaringClass() != WeDataStepDescriptor.class)
                .toList();
    }

    /** What is said of a field; empty when nothing is. */
    String check(Object descriptor, String field, String value, String... others) throws ReflectiveOperationException {
        FormValidation said = (FormValidation) call(descriptor, "doCheck" + capitalized(field), value, others);
        return said.getMessage() == null ? "" : said.getMessage();
    }

    /** The values that a drop-down offers. */
    List<String> fill(Object descriptor, String field, String... others) throws ReflectiveOperationException {
        offered.clear();
        Object filled = call(descriptor, "doFill" + capitalized(field) + "Items", "", others);
        return filled instanceof ListBoxModel
                ? List.copyOf(offered)
                : ((Collection<?>) filled).stream().map(Object::toString).toList();
    }

    /** Others are names and values, in turn. */
    private Object call(Object descriptor, String name, String value, String... others)
            throws ReflectiveOperationException {
        Method method = Stream.of(descriptor.getClass().getMethods())
                .filter(candidate -> candidate.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchMethodException(name));
        Map<String, String> given = others.length == 0 ? Map.of() : Map.of(others[0], others[1]);
        return method.invoke(
                descriptor,
                Arrays.stream(method.getParameters())
                        .map(parameter -> argument(parameter, value, given))
                        .toArray());
    }

    private Object argument(Parameter parameter, String value, Map<String, String> given) {
        if (!parameter.isAnnotationPresent(QueryParameter.class)) {
            return job;
        }
        return parameter.getName().equals("value") ? value : given.getOrDefault(parameter.getName(), "");
    }

    static String capitalized(String field) {
        return Character.toUpperCase(field.charAt(0)) + field.substring(1);
    }

    @Override
    public void close() {
        lists.close();
        extensions.close();
        validations.close();
    }
}

package io.jenkins.plugins.wedata.steps;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jenkinsci.plugins.structs.describable.CustomDescribableModel;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * For the descriptor of a step or of a structure: an argument that nobody knows is an error, where Jenkins would only
 * warn and go on without it, and a number stands for its digits where a text is wanted, so that an id may be written
 * without quotes.
 */
interface StrictArguments extends CustomDescribableModel {

    @Override
    default Map<String, Object> customInstantiate(Map<String, Object> arguments) {
        Class<?> described = getClass().getEnclosingClass();
        Map<String, Class<?>> known = parameters(described);
        Map<String, Object> checked = new LinkedHashMap<>();
        List<String> unknown = new ArrayList<>();
        arguments.forEach((name, value) -> {
            boolean special =
                    name.equals(DescribableModel.CLAZZ) || name.equals(UninstantiatedDescribable.ANONYMOUS_KEY);
            if (!special && !known.containsKey(name)) {
                unknown.add("'" + name + "'");
            }
            checked.put(name, known.get(name) == String.class && isPlain(value) ? value.toString() : value);
        });
        if (!unknown.isEmpty()) {
            String what = this instanceof StepDescriptor step ? step.getFunctionName() : described.getSimpleName();
            throw new IllegalArgumentException(what + ": unknown parameter " + String.join(", ", unknown)
                    + "; known are: " + String.join(", ", known.keySet()));
        }
        return checked;
    }

    private static boolean isPlain(Object value) {
        return value instanceof Integer || value instanceof Long || value instanceof BigInteger;
    }

    private static Map<String, Class<?>> parameters(Class<?> described) {
        Map<String, Class<?>> parameters = new TreeMap<>();
        for (Constructor<?> constructor : described.getConstructors()) {
            if (constructor.isAnnotationPresent(DataBoundConstructor.class)) {
                for (Parameter parameter : constructor.getParameters()) {
                    parameters.put(parameter.getName(), parameter.getType());
                }
            }
        }
        for (Method method : described.getMethods()) {
            if (method.isAnnotationPresent(DataBoundSetter.class)) {
                String bean = method.getName().substring("set".length());
                parameters.put(
                        Character.toLowerCase(bean.charAt(0)) + bean.substring(1), method.getParameterTypes()[0]);
            }
        }
        return parameters;
    }
}

package io.jenkins.plugins.wedata.steps;

import io.jenkins.plugins.wedata.api.Joined;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
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
        Map<String, Type> known = parameters(described);
        Map<String, Object> checked = new LinkedHashMap<>();
        List<String> unknown = new ArrayList<>();
        arguments.forEach((name, value) -> {
            boolean special =
                    name.equals(DescribableModel.CLAZZ) || name.equals(UninstantiatedDescribable.ANONYMOUS_KEY);
            if (!special && !known.containsKey(name)) {
                unknown.add("'" + name + "'");
            }
            checked.put(name, withDigits(known.get(name), value));
        });
        if (!unknown.isEmpty()) {
            String what = this instanceof StepDescriptor step ? step.getFunctionName() : described.getSimpleName();
            throw new IllegalArgumentException(
                    Messages.StrictArguments_Unknown(what, Joined.values(unknown), Joined.values(known.keySet())));
        }
        return checked;
    }

    /** Only a text, and a list of texts, want the digits of a number. */
    private static Object withDigits(Type wanted, Object value) {
        boolean isNumber = value instanceof Integer || value instanceof Long || value instanceof BigInteger;
        if (wanted == String.class && isNumber) {
            return value.toString();
        }
        if (value instanceof List<?> list
                && wanted instanceof ParameterizedType generic
                && generic.getActualTypeArguments()[0] == String.class) {
            List<Object> texts = new ArrayList<>();
            list.forEach(element -> texts.add(withDigits(String.class, element)));
            return texts;
        }
        return value;
    }

    private static Map<String, Type> parameters(Class<?> described) {
        Map<String, Type> parameters = new TreeMap<>();
        for (Constructor<?> constructor : described.getConstructors()) {
            if (constructor.isAnnotationPresent(DataBoundConstructor.class)) {
                for (Parameter parameter : constructor.getParameters()) {
                    parameters.put(parameter.getName(), parameter.getParameterizedType());
                }
            }
        }
        for (Method method : described.getMethods()) {
            if (method.isAnnotationPresent(DataBoundSetter.class)) {
                String bean = method.getName().substring("set".length());
                parameters.put(
                        Character.toLowerCase(bean.charAt(0)) + bean.substring(1),
                        method.getGenericParameterTypes()[0]);
            }
        }
        return parameters;
    }
}

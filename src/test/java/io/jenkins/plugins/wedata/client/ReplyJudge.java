package io.jenkins.plugins.wedata.client;

import io.jenkins.plugins.wedata.api.WeDataAction;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a reply as the client does, asks the result all that it can be asked, and tells what is not as promised. */
final class ReplyJudge {

    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");
    private static final int LONGEST = 1_500;
    private static final Set<String> METHODS_OF_ALL = Set.of("hashCode", "toString");

    private final OutcomeClassifier classifier = new OutcomeClassifier(new Json());
    private final Map<Class<?>, List<Method>> questions = new HashMap<>();

    /** How a reply is taken. */
    Outcome<?> judge(WeDataAction<?> action, byte[] body) {
        WireReply reply = new WireReply(200, null, body);
        Outcome<?> outcome = classifier.classify(action, reply, ManualTimeSource.START);
        if (outcome instanceof Outcome.Done<?> done) {
            ask(done.reply().result());
        } else if (outcome instanceof Outcome.Failed<?> failed) {
            check(failed.exception(action.type().name(), 1), failed);
        }
        return outcome;
    }

    private static void check(CallException error, Outcome.Failed<?> failed) {
        String text = error.getMessage();
        if (text.length() > LONGEST || UNFIT.matcher(text).find()) {
            throw new AssertionError("not fit for a log: " + text);
        }
        boolean unreadable = error.code().equals("unreadable reply");
        if (unreadable != failed instanceof Outcome.Unknown) {
            throw new AssertionError(error.code() + " is " + failed);
        }
    }

    private void ask(Object value) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(this::ask);
        } else if (value instanceof List<?> list) {
            list.forEach(item -> {
                if (item == null) {
                    throw new AssertionError("a list holds null");
                }
                ask(item);
            });
        } else if (value instanceof Record) {
            questions.computeIfAbsent(value.getClass(), ReplyJudge::questionsTo).forEach(method -> {
                try {
                    ask(method.invoke(value));
                } catch (InvocationTargetException e) {
                    throw new AssertionError(method + " of " + value, e.getCause());
                } catch (IllegalAccessException e) {
                    throw new AssertionError(e);
                }
            });
        }
    }

    private static List<Method> questionsTo(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getParameterCount() == 0
                        && !Modifier.isStatic(method.getModifiers())
                        && method.getDeclaringClass() != Object.class
                        && !METHODS_OF_ALL.contains(method.getName()))
                // A public method of a type that is not public is out of reach for reflection alone.
                .filter(Method::trySetAccessible)
                .toList();
    }
}

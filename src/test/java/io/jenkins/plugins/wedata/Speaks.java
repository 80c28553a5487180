package io.jenkins.plugins.wedata;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Locale;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The language that is spoken when a test begins, which may change it; afterwards it is the one of before. JUnit has
 * such an annotation from 6.1 on, which is more than this plugin's builds can count on.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Speaks.Turn.class)
public @interface Speaks {

    /**
     * The language.
     *
     * @return as in {@code zh-CN}; a method's goes before its class's
     */
    String value();

    /** Says it, and puts it back. */
    final class Turn implements BeforeEachCallback, AfterEachCallback {

        private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(Speaks.class);

        @Override
        public void beforeEach(ExtensionContext context) {
            context.getStore(OURS).put("before", Locale.getDefault());
            Speaks ofMethod = context.getRequiredTestMethod().getAnnotation(Speaks.class);
            Speaks spoken = ofMethod == null ? context.getRequiredTestClass().getAnnotation(Speaks.class) : ofMethod;
            Locale.setDefault(Locale.forLanguageTag(spoken.value()));
        }

        @Override
        public void afterEach(ExtensionContext context) {
            Locale.setDefault(context.getStore(OURS).get("before", Locale.class));
        }
    }
}

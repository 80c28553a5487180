package io.jenkins.plugins.wedata.rehearsal.engine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Hides secret values as credentials-binding does: each of them, and each of its forms in base64, becomes {@code ****}.
 * What is shorter than three characters is left alone.
 */
final class Mask {

    private static final int SHORTEST = 3;
    private static final Comparator<String> LONGEST_FIRST =
            Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder());

    static final Mask NONE = new Mask(Set.of());

    private final Set<String> secrets;
    private final Pattern pattern;

    private Mask(Set<String> secrets) {
        this.secrets = secrets;
        this.pattern = Pattern.compile(secrets.stream()
                .filter(secret -> !secret.isEmpty())
                .flatMap(secret -> forms(secret).stream())
                .filter(form -> form.length() >= SHORTEST)
                .distinct()
                .sorted(LONGEST_FIRST)
                .map(Pattern::quote)
                .collect(Collectors.joining("|")));
    }

    /** Hides more. */
    Mask and(Collection<String> more) {
        Set<String> all = new LinkedHashSet<>(secrets);
        all.addAll(more);
        return new Mask(all);
    }

    private static Set<String> forms(String secret) {
        Set<String> forms = new LinkedHashSet<>(List.of(secret));
        for (String shift : List.of("", "_", "__")) {
            byte[] shifted = (shift + secret).getBytes(StandardCharsets.UTF_8);
            for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
                String encoded = encoder.encodeToString(shifted).substring(2 * shift.length());
                forms.add(encoded);
                forms.add(encoded.replaceFirst(".(=|==)$", ""));
            }
        }
        return forms;
    }

    String hide(String text) {
        return hidesNothing() ? text : pattern.matcher(text).replaceAll("****");
    }

    /** Takes the secrets out of a failure and of what caused it; one without any stays what it is. */
    Throwable hide(Throwable failure) {
        return hidesNothing() ? failure : hide(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private Throwable hide(Throwable failure, Set<Throwable> seen) {
        if (!seen.add(failure)) {
            return new MaskedException("cycle");
        }
        StringWriter printed = new StringWriter();
        failure.printStackTrace(new PrintWriter(printed));
        if (!pattern.matcher(printed.toString()).find()) {
            return failure;
        }
        Throwable masked = new MaskedException(hide(Objects.requireNonNullElse(failure.getMessage(), "")));
        masked.setStackTrace(failure.getStackTrace());
        if (failure.getCause() != null) {
            masked.initCause(hide(failure.getCause(), seen));
        }
        for (Throwable other : failure.getSuppressed()) {
            masked.addSuppressed(hide(other, seen));
        }
        return masked;
    }

    private boolean hidesNothing() {
        return pattern.pattern().isEmpty();
    }

    @Override
    public String toString() {
        return secrets.size() + " secrets";
    }

    /** What is left of a failure that held a secret; it is told under the name that Jenkins has for it. */
    private static final class MaskedException extends Exception {
        private static final long serialVersionUID = 1L;

        private MaskedException(String message) {
            super(message);
        }

        @Override
        public String toString() {
            return "org.jenkinsci.plugins.credentialsbinding.impl.MaskedException: " + getMessage();
        }
    }
}

package io.jenkins.plugins.wedata.rehearsal.binding;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jenkinsci.Symbol;

/** The classes that stand behind a sealed type's symbols: what Jenkins finds among its extensions. */
public final class Implementations {

    private Implementations() {}

    /**
     * Lists a type's symbols.
     *
     * @param sealed a sealed type, whose classes bear {@link Symbol}
     * @return in no order
     */
    public static Collection<String> symbols(Class<?> sealed) {
        return permitted(sealed).stream()
                .flatMap(type -> Arrays.stream(symbolsOf(type)))
                .toList();
    }

    /**
     * Finds a class by its symbol, as structs does.
     *
     * @param base a sealed type
     * @param symbol as a Jenkinsfile writes it
     * @return empty when no class has it
     */
    public static Optional<Class<?>> bySymbol(Class<?> base, String symbol) {
        return permitted(base).stream()
                .filter(type -> List.of(symbolsOf(type)).contains(symbol))
                .findFirst();
    }

    /** Finds a class by what {@code $class} names it: its simple name, with or without Jenkins' package. */
    static Optional<Class<?>> byName(Class<?> base, String name) {
        String simple = name.substring(name.lastIndexOf('.') + 1);
        return permitted(base).stream()
                .filter(type -> type.getSimpleName().equals(simple))
                .findFirst();
    }

    private static List<Class<?>> permitted(Class<?> base) {
        return base.isSealed() ? List.of(base.getPermittedSubclasses()) : List.of();
    }

    private static String[] symbolsOf(Class<?> type) {
        Symbol symbol = type.getAnnotation(Symbol.class);
        return symbol == null ? new String[0] : symbol.value();
    }
}

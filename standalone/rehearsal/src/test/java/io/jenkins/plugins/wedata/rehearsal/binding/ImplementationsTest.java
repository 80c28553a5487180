package io.jenkins.plugins.wedata.rehearsal.binding;

import static org.assertj.core.api.Assertions.assertThat;

import org.jenkinsci.Symbol;
import org.junit.jupiter.api.Test;

class ImplementationsTest {

    private sealed interface Fruit {}

    @Symbol({"apple", "pomme"})
    private record Apple() implements Fruit {}

    private record Pear() implements Fruit {}

    @Test
    void everySymbolOfASealedTypeIsListed() {
        assertThat(Implementations.symbols(Fruit.class)).containsExactlyInAnyOrder("apple", "pomme");
        assertThat(Implementations.symbols(String.class)).isEmpty();
    }

    @Test
    void aClassIsFoundByEachOfItsSymbols() {
        assertThat(Implementations.bySymbol(Fruit.class, "pomme")).contains(Apple.class);
        assertThat(Implementations.bySymbol(Fruit.class, "pear")).isEmpty();
    }

    @Test
    void aClassIsFoundByItsSimpleNameWhateverThePackage() {
        assertThat(Implementations.byName(Fruit.class, "Pear")).contains(Pear.class);
        assertThat(Implementations.byName(Fruit.class, "org.example.Pear")).contains(Pear.class);
        assertThat(Implementations.byName(Fruit.class, "pear")).isEmpty();
    }
}

package io.jenkins.plugins.wedata.rehearsal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternAdviceTest {

    private static final List<String> FILES = List.of("a.txt", "sql/one.sql", "sql/deep/two.sql");

    private final PatternAdvice advice = new PatternAdvice(FILES, true);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            none/*.csv        | ‘none/*.csv’ doesn’t match anything: even ‘none’ doesn’t exist
            none              | ‘none’ doesn’t match anything
            A.TXT             | ‘A.TXT’ doesn’t match anything because it is treated case sensitively. You can deactivate case sensitivity to get matches
            a.txt sql         | Whitespace can no longer be used as the separator. Please Use ‘,’ as the separator instead.
            work/sql/one.sql  | ‘work/sql/one.sql’ doesn’t match anything, but ‘sql/one.sql’ does. Perhaps that’s what you mean?
            deep/two.sql      | ‘deep/two.sql’ doesn’t match anything, but ‘sql/deep/two.sql’ does. Perhaps that’s what you mean?
            sql/*.py          | ‘sql/*.py’ doesn’t match anything: ‘sql’ exists but not ‘sql/*.py’
            a.txt,none        | ‘none’ doesn’t match anything
            """)
    void aPatternThatMatchesNothingIsExplainedInJenkinsWords(String pattern, String words) {
        assertThat(advice.about(pattern)).contains(words);
    }

    @Test
    void aPatternThatMatchesNeedsNoWords() {
        assertThat(advice.about("**/*.sql, sql, a.txt")).isEmpty();
        assertThat(new PatternAdvice(FILES, false).about("A.TXT")).isEmpty();
    }
}

package io.jenkins.plugins.wedata.operation;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import org.jvnet.localizer.Localizable;

/** When to look for the effect of a write that was not answered: a late one can land more than a minute later. */
final class LateEffect {

    /** How long it is looked for, in words. */
    static final Localizable LOOKED_FOR = Messages._Durations_Seconds(90);

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(4),
            Duration.ofSeconds(10),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30));

    private LateEffect() {}

    /** The pauses before the looks; the last look is the one after which there is no further pause. */
    static Iterator<Duration> pauses() {
        return PAUSES.iterator();
    }
}

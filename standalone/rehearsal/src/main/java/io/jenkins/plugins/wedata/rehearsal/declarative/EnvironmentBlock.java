package io.jenkins.plugins.wedata.rehearsal.declarative;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import groovy.lang.Closure;
import java.util.List;

/** What the values of an {@code environment} ask: for the others of the block, and for what is around it. */
public final class EnvironmentBlock {

    private final DeclarativeBuild build;
    private final List<Closure<?>> code;
    private final EnvironmentModel environment;

    /**
     * Gives a block's values something to ask.
     *
     * @param build knows what is around
     * @param code of the file
     * @param environment the block
     */
    public EnvironmentBlock(DeclarativeBuild build, List<Closure<?>> code, EnvironmentModel environment) {
        this.build = build;
        this.code = code;
        this.environment = environment;
    }

    /**
     * The code that gives a value of this block, to be called with the block.
     *
     * @param name the variable's
     * @return never null for a variable of the block
     */
    public Closure<?> value(String name) {
        return code.get(environment.values().get(name));
    }

    /**
     * What a name means outside of the block.
     *
     * @param name the variable's
     * @return null when nothing has the name
     */
    @CheckForNull
    public Object outer(String name) {
        return build.outer(name);
    }
}

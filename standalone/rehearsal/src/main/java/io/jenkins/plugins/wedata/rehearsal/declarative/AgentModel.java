package io.jenkins.plugins.wedata.rehearsal.declarative;

/**
 * Where something runs.
 *
 * @param any whether it takes any machine
 * @param label the code that gives the machine's label; {@link CodeBlocks#NONE} without one
 */
public record AgentModel(boolean any, int label) {

    static final AgentModel NONE = new AgentModel(false, CodeBlocks.NONE);

    static final AgentModel ANY = new AgentModel(true, CodeBlocks.NONE);

    public boolean hasNode() {
        return any || label != CodeBlocks.NONE;
    }
}

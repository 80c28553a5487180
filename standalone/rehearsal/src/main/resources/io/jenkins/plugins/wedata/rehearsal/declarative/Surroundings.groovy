package io.jenkins.plugins.wedata.rehearsal.declarative

/** What stands around the stages and steps of a Declarative Pipeline: agents, options, inputs, environments. */
class Surroundings implements Serializable {

    private static final long serialVersionUID = 1L

    protected final Script script
    protected final DeclarativeBuild build
    protected final PipelineModel model
    protected final Map early = [:]
    protected final List code = []

    Surroundings(Script script, DeclarativeBuild build, PipelineModel model) {
        this.script = script
        this.build = build
        this.model = model
    }

    /** Where Jenkins sets the variables of a matrix' cell. */
    def inCell(Closure body) {
        body.call()
    }

    /** Where Jenkins installs tools. */
    def withTools(Closure body) {
        body.call()
    }

    def inAgent(AgentModel agent, Closure body) {
        if (agent == null) {
            body.call()
        } else {
            onNode(agent.hasNode(), labelOf(agent), body)
        }
    }

    def labelOf(AgentModel agent) {
        return code[agent.label()].call()
    }

    def onNode(boolean wanted, Object label, Closure body) {
        if (!wanted) {
            body.call()
        } else if (label == null) {
            script.node {
                inWorkspace(body)
            }
        } else {
            script.node(label) {
                inWorkspace(body)
            }
        }
    }

    /** Where Jenkins changes to another workspace. */
    def inWorkspace(Closure body) {
        checkedOut(body)
    }

    /** Where Jenkins checks out what the job's Pipeline came from; here it is there already. */
    def checkedOut(Closure body) {
        body.call()
    }

    def inWrappers(List wrappers, Closure body) {
        if (wrappers.isEmpty()) {
            body.call()
            return
        }
        List inner = wrappers.subList(1, wrappers.size())
        String step = wrappers[0].step()
        def arguments = early[wrappers[0].arguments()]
        if (arguments == null) {
            script."${step}"() {
                inWrappers(inner, body)
            }
        } else {
            script."${step}"(arguments) {
                inWrappers(inner, body)
            }
        }
    }

    def afterInput(StageModel stage, Closure body) {
        if (stage.input() < 0) {
            body.call()
            return
        }
        Map asked = StageInput.arguments(stage.name(), early[stage.input()])
        List variables = StageInput.variables(asked, script.input(asked))
        if (variables.isEmpty()) {
            body.call()
        } else {
            script.withEnv(variables, body)
        }
    }

    def withCredentials(EnvironmentModel environment, Closure body) {
        EnvironmentBlock block = new EnvironmentBlock(build, code, environment)
        List bindings = []
        environment.credentials().each { name, number ->
            bindings.addAll(build.bindings(name, code[number].call(block).toString()))
        }
        if (bindings.isEmpty()) {
            body.call()
        } else {
            script.withCredentials(bindings, body)
        }
    }

    def withValues(EnvironmentModel environment, Closure body) {
        if (environment.values().isEmpty()) {
            body.call()
            return
        }
        EnvironmentBlock block = new EnvironmentBlock(build, code, environment)
        List pairs = environment.values().collect { name, number ->
            try {
                "${name}=${code[number].call(block)}".toString()
            } catch (NullPointerException e) {
                throw new IllegalArgumentException("One or more variables have some issues with their values: ${name}")
            }
        }
        script.withEnv(pairs, body)
    }
}

package io.jenkins.plugins.wedata.rehearsal.declarative

import hudson.model.Result

/**
 * Runs a Declarative Pipeline in the order of Jenkins' own interpreter. It is compiled like the Jenkinsfile, so that it can
 * wait for the steps that it calls; whatever need not wait is Java.
 */
class Interpreter implements Serializable {

    private static final long serialVersionUID = 1L

    private static final String NO_NODE = 'Attempted to execute a step that requires a node context while ‘agent none’ was' +
            ' specified. Be sure to specify your own ‘node { ... }’ blocks when using ‘agent none’.'

    private final Script script
    private final DeclarativeBuild build
    private final PipelineModel model
    private final Map early = [:]
    private List code

    Interpreter(Script script, DeclarativeBuild build, PipelineModel model) {
        this.script = script
        this.build = build
        this.model = model
    }

    def call(List blocks) {
        code = blocks
        model.early().each { number -> early[number] = code[number].call() }
        Throwable first = null
        boolean postHasRun = false
        try {
            inAgent(model.agent()) {
                withEnvironment(model.environment()) {
                    inWrappers(model.options().wrappers()) {
                        // A retry of the whole begins anew.
                        first = inSequence(model.stages(), null, null, null)
                        try {
                            postHasRun = true
                            postOfPipeline(first)
                        } catch (Throwable e) {
                            if (first == null) {
                                first = e
                            }
                        }
                        if (first != null) {
                            throw first
                        }
                    }
                }
            }
        } catch (Throwable e) {
            if (first == null) {
                first = e
            }
        } finally {
            if (!postHasRun) {
                try {
                    postOfPipeline(first)
                } catch (Throwable e) {
                    if (first == null) {
                        first = e
                    }
                }
            }
        }
        if (first != null) {
            throw first
        }
    }

    /** Runs or skips stages one after the other, and gives the first failure. */
    def inSequence(List stages, StageModel parent, Throwable earlier, SkipReason reason) {
        Throwable first = earlier
        try {
            stages.each { stage ->
                try {
                    runStage(stage, stage.agent() ?: model.agent(), first, reason)
                } catch (Throwable e) {
                    if (first == null) {
                        first = e
                    }
                }
            }
        } finally {
            if (reason == null && parent != null && hasPost(parent.post(), first)) {
                build.say('Post stage')
                first = runPost(parent.post(), parent.agent() ?: model.agent(), first, true)
            }
        }
        return first
    }

    def runStage(StageModel stage, AgentModel parentAgent, Throwable earlier, SkipReason given) {
        script.stage(stage.name()) {
            Throwable first = earlier
            SkipReason reason = given ?: reasonToSkip(stage, first)
            try {
                if (reason != null) {
                    skip(stage, parentAgent, first, reason)
                } else {
                    boolean passed = stage.when() == null
                    Closure may = { boolean now ->
                        if (!passed && now) {
                            passed = holds(stage.when())
                        }
                        return passed || !now
                    }
                    runContent(stage, parentAgent, may)
                    if (!passed) {
                        reason = SkipReason.when(stage.name())
                        skip(stage, parentAgent, first, reason)
                    }
                }
            } catch (Throwable e) {
                if (first == null) {
                    first = e
                }
            } finally {
                if (reason == null && hasPost(stage.post(), first) && !stage.parallel().isEmpty()) {
                    build.say('Post stage')
                    first = runPost(stage.post(), stage.agent() ?: parentAgent, first, true)
                }
            }
            if (first != null) {
                throw first
            }
        }
    }

    def reasonToSkip(StageModel stage, Throwable first) {
        if (first != null) {
            return SkipReason.failure(stage.name())
        }
        boolean unstable = build.result() == Result.UNSTABLE
        return unstable && model.options().skipsAfterUnstable() ? SkipReason.unstable(stage.name()) : null
    }

    /** The stage's when is asked at one of four places. */
    def runContent(StageModel stage, AgentModel parentAgent, Closure may) {
        WhenModel asked = stage.when()
        if (may.call(asked != null && asked.beforeOptions())) {
            inWrappers(stage.options().wrappers()) {
                if (may.call(asked != null && asked.beforeInput())) {
                    afterInput(stage) {
                        if (!stage.parallel().isEmpty()) {
                            if (may.call(true)) {
                                withEnvironment(stage.environment()) {
                                    script.parallel(branches(stage, parentAgent, null, null))
                                }
                            }
                        } else if (may.call(asked != null && asked.beforeAgent())) {
                            inAgent(stage.agent()) {
                                if (may.call(true)) {
                                    withEnvironment(stage.environment()) {
                                        runSteps(stage, parentAgent)
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    def runSteps(StageModel stage, AgentModel parentAgent) {
        Throwable error = null
        if (!stage.stages().isEmpty()) {
            error = inSequence(stage.stages(), stage, null, null)
        } else {
            AgentModel agent = stage.agent() ?: parentAgent
            try {
                knowingOfNode(agent) {
                    code[stage.steps()].call()
                }
            } catch (Throwable e) {
                error = e
            } finally {
                if (hasPost(stage.post(), error)) {
                    build.say('Post stage')
                    error = runPost(stage.post(), agent, error, true)
                }
            }
        }
        if (error != null) {
            throw error
        }
    }

    def branches(StageModel stage, AgentModel parentAgent, Throwable earlier, SkipReason reason) {
        Map branches = [:]
        stage.parallel().each { branch ->
            branches[branch.name()] = {
                if (reason != null) {
                    runStage(branch, parentAgent, earlier, reason.within(branch.name()))
                } else {
                    runStage(branch, stage.agent() ?: parentAgent, earlier, null)
                }
            }
        }
        if (stage.failFast() || model.options().alwaysFailsFast()) {
            branches['failFast'] = true
        }
        return branches
    }

    def skip(StageModel stage, AgentModel parentAgent, Throwable first, SkipReason reason) {
        build.say(reason.message())
        script.getContext()
        if (!stage.parallel().isEmpty()) {
            script.parallel(branches(stage, parentAgent, first, reason))
        } else if (!stage.stages().isEmpty()) {
            inSequence(stage.stages(), stage, first, reason)
        }
    }

    def holds(WhenModel asked) {
        List arguments = code[asked.arguments()].call()
        return asked.conditions().every { condition -> isMet(condition, arguments) }
    }

    def isMet(WhenModel.Condition condition, List arguments) {
        switch (condition.name()) {
            case 'not':
                return !isMet(condition.children()[0], arguments)
            case 'allOf':
                return condition.children().every { child -> isMet(child, arguments) }
            case 'anyOf':
                return condition.children().any { child -> isMet(child, arguments) }
            case 'expression':
                return arguments[condition.argument()].call() ? true : false
            default:
                return WhenConditions.holds(condition.name(), arguments[condition.argument()], build.variables())
        }
    }

    def inAgent(AgentModel agent, Closure body) {
        if (agent == null || !agent.hasNode()) {
            body.call()
        } else if (agent.any()) {
            script.node(body)
        } else {
            script.node(code[agent.label()].call(), body)
        }
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
        def answer = script.input(asked)
        List variables = StageInput.variables(asked, answer)
        if (variables.isEmpty()) {
            body.call()
        } else {
            script.withEnv(variables, body)
        }
    }

    def withEnvironment(EnvironmentModel environment, Closure body) {
        EnvironmentBlock block = new EnvironmentBlock(build, code, environment)
        List bindings = []
        environment.credentials().keySet().each { name ->
            bindings.addAll(build.bindings(name, block.credential(name)))
        }
        if (bindings.isEmpty()) {
            withValues(environment, block, body)
        } else {
            script.withCredentials(bindings) {
                withValues(environment, block, body)
            }
        }
    }

    def withValues(EnvironmentModel environment, EnvironmentBlock block, Closure body) {
        if (environment.values().isEmpty()) {
            body.call()
            return
        }
        List pairs = []
        environment.values().keySet().each { name ->
            try {
                pairs.add("${name}=${block.value(name)}".toString())
            } catch (NullPointerException e) {
                throw new IllegalArgumentException("One or more variables have some issues with their values: ${name}")
            }
        }
        script.withEnv(pairs, body)
    }

    def knowingOfNode(AgentModel agent, Closure body) {
        try {
            body.call()
        } catch (Throwable e) {
            if (build.lacksNode(e) && !agent.hasNode()) {
                script.error(NO_NODE)
            }
            throw e
        }
    }

    def postOfPipeline(Throwable error) {
        Throwable first = error
        if (hasPost(model.post(), first)) {
            script.stage('Declarative: Post Actions') {
                first = runPost(model.post(), model.agent(), first, false)
            }
        }
        if (first != null) {
            throw first
        }
    }

    def hasPost(Map post, Throwable error) {
        Result result = build.combined(error, false)
        return PostConditions.ORDER.any { name -> post.containsKey(name) && PostConditions.met(name, result) }
    }

    /** Runs the conditions that are met. While one runs, the build has the result that it is asked for. */
    def runPost(Map post, AgentModel agent, Throwable error, boolean ofStage) {
        Throwable first = error
        PostConditions.ORDER.each { name ->
            Result before = build.result()
            Result seen = build.combined(first, ofStage)
            try {
                if (post.containsKey(name) && PostConditions.met(name, seen)) {
                    build.force(seen)
                    knowingOfNode(agent) {
                        code[post[name]].call()
                    }
                }
            } catch (Throwable e) {
                build.say("Error when executing ${name} post condition:")
                build.say(build.trace(e))
                if (first == null) {
                    first = e
                }
            } finally {
                if ((build.result() ?: Result.SUCCESS) == seen && seen != before) {
                    build.force(before)
                }
            }
        }
        return first
    }
}

/** What the values of one environment block ask: the others of the block, each made when it is asked for, and the rest. */
class EnvironmentBlock implements Serializable {

    private static final long serialVersionUID = 1L

    private final DeclarativeBuild build
    private final List code
    private final EnvironmentModel environment
    private final Set asked = new LinkedHashSet()

    EnvironmentBlock(DeclarativeBuild build, List code, EnvironmentModel environment) {
        this.build = build
        this.code = code
        this.environment = environment
    }

    def value(String name) {
        if (!asked.add(name)) {
            throw new IllegalStateException("environment variables refer to each other: ${asked.join(', ')}")
        }
        def made = code[environment.values()[name]].call(this)
        asked.remove(name)
        return made
    }

    def credential(String name) {
        return code[environment.credentials()[name]].call(this).toString()
    }

    def outer(String name) {
        return build.outer(name)
    }
}

package io.jenkins.plugins.wedata.rehearsal.declarative

import hudson.model.Result

/**
 * Runs a Declarative Pipeline. It is compiled like the Jenkinsfile, so that it can wait for the steps that it calls;
 * whatever need not wait is Java. Its methods and blocks are nested like those of Jenkins' ModelInterpreter: at the beginning
 * of each, parallel branches take turns, so that their order is Jenkins', too.
 */
class Interpreter implements Serializable {

    private static final long serialVersionUID = 1L

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
                withCredentials(model.environment()) {
                    withValues(model.environment()) {
                        inWrappers(model.options().wrappers()) {
                            // A retry of the whole begins anew.
                            first = runInSequence(model.stages(), null, null, null)
                            try {
                                postHasRun = true
                                postOfPipeline(first)
                            } catch (Throwable e) {
                                first = first ?: e
                            }
                            if (first != null) {
                                throw first
                            }
                        }
                    }
                }
            }
        } catch (Throwable e) {
            first = first ?: e
        } finally {
            if (!postHasRun) {
                try {
                    postOfPipeline(first)
                } catch (Throwable e) {
                    first = first ?: e
                }
            }
        }
        if (first != null) {
            throw first
        }
    }

    /** Runs or skips stages one after the other, and gives the first failure. */
    def runInSequence(List stages, StageModel parent, Throwable earlier, SkipReason reason) {
        Throwable first = earlier
        try {
            stages.each { stage ->
                try {
                    runStage(stage, stage.agent() ?: model.agent(), first, reason)
                } catch (Throwable e) {
                    first = first ?: e
                }
            }
        } finally {
            if (reason == null && parent != null && build.meets(parent.post(), first)) {
                build.say('Post stage')
                first = runPost(parent.post(), parent.agent() ?: model.agent(), first, true)
            }
        }
        return first
    }

    def runStage(StageModel stage, AgentModel parentAgent, Throwable earlier, SkipReason given) {
        script.stage(stage.name()) {
            Throwable first = earlier
            SkipReason reason = given
            try {
                if (reason != null) {
                    skip(stage, parentAgent, first, reason)
                } else if (first != null) {
                    reason = SkipReason.failure(stage.name())
                    skip(stage, parentAgent, first, reason)
                } else if (skipsAfterUnstable()) {
                    reason = SkipReason.unstable(stage.name())
                    skip(stage, parentAgent, first, reason)
                } else {
                    inCell {
                        When when = new When(code, stage.when(), build)
                        if (when.passedOrNotAsked(when.beforeOptions)) {
                            inWrappers(stage.options().wrappers()) {
                                if (when.passedOrNotAsked(when.beforeInput)) {
                                    afterInput(stage) {
                                        if (!stage.parallel().isEmpty()) {
                                            if (when.passedOrNotAsked(true)) {
                                                withCredentials(stage.environment()) {
                                                    withValues(stage.environment()) {
                                                        script.parallel(branches(stage, parentAgent, null, null))
                                                    }
                                                }
                                            }
                                        } else if (when.passedOrNotAsked(when.beforeAgent)) {
                                            inAgent(stage.agent()) {
                                                if (when.passedOrNotAsked(true)) {
                                                    withCredentials(stage.environment()) {
                                                        withValues(stage.environment()) {
                                                            withTools {
                                                                if (stage.stages().isEmpty()) {
                                                                    runSteps(stage, parentAgent)
                                                                } else {
                                                                    Throwable nested = runInSequence(stage.stages(), stage, null, null)
                                                                    if (nested != null) {
                                                                        throw nested
                                                                    }
                                                                }
                                                            }
                                                        }
                                                    }
                                                }
                                            }
                                        }
                                    }
                                }
                            }
                        }
                        if (!when.passed) {
                            reason = SkipReason.when(stage.name())
                            skip(stage, parentAgent, first, reason)
                        }
                    }
                }
            } catch (Throwable e) {
                first = first ?: e
            } finally {
                if (reason == null && !stage.parallel().isEmpty() && build.meets(stage.post(), first)) {
                    build.say('Post stage')
                    first = runPost(stage.post(), stage.agent() ?: parentAgent, first, true)
                }
            }
            if (first != null) {
                throw first
            }
        }
    }

    def skipsAfterUnstable() {
        return build.result() == Result.UNSTABLE && model.options().skipsAfterUnstable()
    }

    /** Where Jenkins sets the variables of a matrix' cell. */
    def inCell(Closure body) {
        body.call()
    }

    /** Where Jenkins installs tools. */
    def withTools(Closure body) {
        body.call()
    }

    def runSteps(StageModel stage, AgentModel parentAgent) {
        Throwable error = null
        AgentModel agent = stage.agent() ?: parentAgent
        try {
            explainingLackOfNode(agent) {
                run(code[stage.steps()])
            }
        } catch (Throwable e) {
            error = e
        } finally {
            if (build.meets(stage.post(), error)) {
                build.say('Post stage')
                error = runPost(stage.post(), agent, error, true)
            }
        }
        if (error != null) {
            throw error
        }
    }

    def run(Closure steps) {
        steps.call()
    }

    def branches(StageModel stage, AgentModel parentAgent, Throwable earlier, SkipReason reason) {
        Map branches = [:]
        stage.parallel().each { branch ->
            if (reason != null) {
                branches[branch.name()] = { runStage(branch, parentAgent, earlier, reason.within(branch.name())) }
            } else {
                branches[branch.name()] = { runStage(branch, stage.agent() ?: parentAgent, earlier, null) }
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
            runInSequence(stage.stages(), stage, first, reason)
        }
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

    def explainingLackOfNode(AgentModel agent, Closure body) {
        try {
            body.call()
        } catch (Throwable e) {
            if (build.lacksNode(e) && !agent.hasNode()) {
                script.error('Attempted to execute a step that requires a node context while ‘agent none’ was specified.' +
                        ' Be sure to specify your own ‘node { ... }’ blocks when using ‘agent none’.')
            }
            throw e
        }
    }

    def postOfPipeline(Throwable error) {
        Throwable first = error
        if (build.meets(model.post(), first)) {
            script.stage('Declarative: Post Actions') {
                first = runPost(model.post(), model.agent(), first, false)
            }
        }
        if (first != null) {
            throw first
        }
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
                    explainingLackOfNode(agent) {
                        run(code[post[name]])
                    }
                }
            } catch (Throwable e) {
                build.say("Error when executing ${name} post condition:")
                build.say(build.trace(e))
                first = first ?: e
            } finally {
                build.unforce(seen, before)
            }
        }
        return first
    }
}

/** Asks a stage's when, once, at the first of four places that the stage wants it asked at. */
class When implements Serializable {

    private static final long serialVersionUID = 1L

    private final List code
    private final WhenModel model
    private final DeclarativeBuild build
    final boolean beforeOptions
    final boolean beforeInput
    final boolean beforeAgent
    boolean passed

    When(List code, WhenModel model, DeclarativeBuild build) {
        this.code = code
        this.model = model
        this.build = build
        this.passed = model == null
        this.beforeOptions = model != null && model.beforeOptions()
        this.beforeInput = model != null && model.beforeInput()
        this.beforeAgent = model != null && model.beforeAgent()
    }

    def passedOrNotAsked(boolean now) {
        return passedOrAsked(now)
    }

    def passedOrAsked(boolean now) {
        if (passed || !now) {
            return true
        }
        List arguments = arguments()
        passed = model.conditions().every { condition -> isMet(condition, arguments) }
        return passed
    }

    def arguments() {
        List arguments = []
        code[model.arguments()].call().each { argument -> arguments.add(argument) }
        return arguments
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
}

package io.jenkins.plugins.wedata.rehearsal.declarative

import hudson.model.Result

/**
 * Runs a Declarative Pipeline. It is compiled like the Jenkinsfile, so that it can wait for the steps that it calls;
 * whatever need not wait is Java. Its methods and blocks are nested like those of Jenkins' ModelInterpreter: at the beginning
 * of each, parallel branches take turns, so that their order is Jenkins', too.
 */
class Interpreter extends Surroundings {

    private static final long serialVersionUID = 1L

    Interpreter(Script script, DeclarativeBuild build, PipelineModel model) {
        super(script, build, model)
    }

    def call(List<List> blocks) {
        blocks.each { part -> code.addAll(part) }
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

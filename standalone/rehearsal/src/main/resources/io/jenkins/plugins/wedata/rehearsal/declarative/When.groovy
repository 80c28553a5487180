package io.jenkins.plugins.wedata.rehearsal.declarative

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

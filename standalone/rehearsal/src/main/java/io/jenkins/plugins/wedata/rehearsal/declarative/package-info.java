/**
 * Reads and runs Declarative Pipelines. A parser turns the syntax tree of a {@code pipeline} block into a model and says what
 * is wrong with it, all at once and in the words of Jenkins' validator. What the block runs and evaluates stays code of the
 * script: a list of closures that the model knows by number. An interpreter, {@code Interpreter.groovy} with two files beside it, goes through the
 * model in the order of Jenkins' own and calls the steps. It is Groovy, and the only part that is, since it has to wait for
 * steps: compiled like the Jenkinsfile, it is parked and resumed by the engine, where Java would be a state machine.
 *
 * <p>Nothing here knows the engine: it is asked through {@link io.jenkins.plugins.wedata.rehearsal.declarative.StepCatalog}
 * and {@link io.jenkins.plugins.wedata.rehearsal.declarative.DeclarativeBuild}.
 */
package io.jenkins.plugins.wedata.rehearsal.declarative;

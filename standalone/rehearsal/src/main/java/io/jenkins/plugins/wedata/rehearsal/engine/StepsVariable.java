package io.jenkins.plugins.wedata.rehearsal.engine;

import groovy.lang.GroovyObjectSupport;

/** The Jenkinsfile's {@code steps}, through which a class of its own reaches them: {@code steps.echo 'hello'}. */
public final class StepsVariable extends GroovyObjectSupport {

    @Override
    public Object invokeMethod(String name, Object arguments) {
        return RehearsalScript.callStep(name, name, arguments);
    }
}

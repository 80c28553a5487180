package io.jenkins.plugins.wedata.steps;

import hudson.model.Item;
import hudson.util.FormValidation;
import java.util.function.Function;

/**
 * A field with something wrong in it.
 *
 * @param method the descriptor's method that checks it
 * @param check calls that method
 * @param field the field's path in the words of a build
 * @param step what a build would be given
 */
record WrongField(
        Object descriptor, String method, Function<Item, FormValidation> check, String field, WeDataStep step) {

    @Override
    public String toString() {
        return descriptor.getClass().getEnclosingClass().getSimpleName() + "." + method + " " + field;
    }
}

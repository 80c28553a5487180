package io.jenkins.plugins.wedata.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Item;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.wedata.operation.IfExists;
import io.jenkins.plugins.wedata.operation.OnUnknown;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The items of a drop-down whose values are published. What stands in the field already stays, listed or not: a form that
 * is saved changes nothing that nobody touched. Whoever may not configure the place is offered nothing else.
 */
final class NamedChoices {

    private final ListBoxModel items = new ListBoxModel();
    private final Set<String> offered = new HashSet<>();
    private final boolean permitted;

    private NamedChoices(boolean permitted) {
        this.permitted = permitted;
    }

    /** For a field that may be left out; the first item says so, and what that means. */
    static NamedChoices optional(@CheckForNull Item item, String byDefault) {
        return new NamedChoices(FieldCheck.mayConfigure(item)).and(Messages.NamedChoices_ByDefault(byDefault), "");
    }

    /** For a field that has to be chosen; the first item says so. */
    static NamedChoices required(@CheckForNull Item item) {
        return new NamedChoices(FieldCheck.mayConfigure(item)).and(Messages.NamedChoices_Choose(), "");
    }

    /** Of the names of what is to be chosen; the first is the default, and is offered as that alone. */
    static ListBoxModel of(@CheckForNull Item item, @CheckForNull String current, List<String> names) {
        return optional(item, names.get(0)).and(names.subList(1, names.size())).items(current);
    }

    /** Of what to do when what is to be made is there already. */
    static ListBoxModel ifExists(@CheckForNull Item item, @CheckForNull String current) {
        return optional(item, Messages.IfExists_Fail())
                .and(Messages.IfExists_Reuse(), IfExists.REUSE)
                .and(Messages.IfExists_Update(), IfExists.UPDATE)
                .items(current);
    }

    /** Of what to do when a creation was not answered and has not appeared. */
    static ListBoxModel onUnknown(@CheckForNull Item item, @CheckForNull String current) {
        return optional(item, Messages.OnUnknown_Fail())
                .and(Messages.OnUnknown_Resend(), OnUnknown.RESEND)
                .items(current);
    }

    NamedChoices and(String name, Object value) {
        if (permitted && offered.add(value.toString())) {
            items.add(name, value.toString());
        }
        return this;
    }

    /** Each of those that are called what they are. */
    NamedChoices and(List<String> names) {
        names.forEach(name -> and(name, name));
        return this;
    }

    ListBoxModel items(@CheckForNull String current) {
        if (current != null && offered.add(current) && !current.isEmpty()) {
            items.add(current, current);
        }
        return items;
    }
}

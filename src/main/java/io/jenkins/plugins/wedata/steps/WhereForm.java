package io.jenkins.plugins.wedata.steps;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Item;
import hudson.util.ComboBoxModel;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.wedata.client.Site;
import io.jenkins.plugins.wedata.environment.FormEnvironment;
import io.jenkins.plugins.wedata.environment.JenkinsCredentials;
import java.util.List;
import jenkins.model.Jenkins;

/** What the part "who and where" of a step's form asks of Jenkins. */
final class WhereForm {

    /** Those that Tencent Cloud publishes for its API, open to the public; a step may name any other. */
    private static final List<String> REGIONS = List.of(
            "ap-bangkok",
            "ap-beijing",
            "ap-chengdu",
            "ap-chongqing",
            "ap-guangzhou",
            "ap-hongkong",
            "ap-jakarta",
            "ap-mumbai",
            "ap-seoul",
            "ap-shanghai",
            "ap-singapore",
            "ap-tokyo",
            "eu-frankfurt",
            "na-ashburn",
            "na-siliconvalley",
            "na-toronto");

    private WhereForm() {}

    /** The connections that may be used at the place. One that may not is kept, so that saving changes nothing. */
    static ListBoxModel connections(@CheckForNull Item item, String current) {
        ListBoxModel items = new ListBoxModel();
        items.add(Messages.WhereForm_DefaultConnection(), "");
        boolean mayChoose = FieldCheck.mayConfigure(item);
        List<String> usable = mayChoose ? new FormEnvironment(item).connectionNames() : List.of();
        usable.forEach(name -> items.add(name, name));
        if (!current.isEmpty() && !usable.contains(current)) {
            items.add(mayChoose ? Messages.WhereForm_Unusable(current) : current, current);
        }
        return items;
    }

    /** The credentials that hold a key, as the credentials plugin wants it: not for everybody, but always the current one. */
    static ListBoxModel credentials(@CheckForNull Item item, String current) {
        StandardListBoxModel items = new StandardListBoxModel();
        if (mayUseCredentials(item)) {
            items.add(Messages.NamedChoices_ByDefault(Messages.WhereForm_OfConnection()), "");
            items.includeMatchingAs(
                    JenkinsCredentials.authentication(item),
                    item,
                    StandardCredentials.class,
                    List.of(),
                    JenkinsCredentials.holdingAKey());
        }
        return items.includeCurrentValue(current);
    }

    static ListBoxModel sites(@CheckForNull Item item, String current) {
        return NamedChoices.optional(item, Messages.WhereForm_OfConnection())
                .and(Messages.Site_Mainland(), Site.MAINLAND)
                .and(Messages.Site_International(), Site.INTERNATIONAL)
                .and(Messages.Site_Regional(), Site.REGIONAL)
                .items(current);
    }

    static ComboBoxModel regions(@CheckForNull Item item) {
        return FieldCheck.mayConfigure(item) ? new ComboBoxModel(REGIONS) : new ComboBoxModel();
    }

    /** Who may not know which credentials there are is not told that one is missing. */
    static FormValidation check(FormPlace place, String field) {
        if (field.equals("credentialsId") && !mayUseCredentials(place.item())) {
            return FormValidation.ok();
        }
        // Any step would do: who calls and where is the same to all of them.
        return FieldCheck.of(place.item(), field, place.given(new AwaitJobStep(null)));
    }

    static boolean mayUseCredentials(@CheckForNull Item item) {
        return item == null
                ? Jenkins.get().hasPermission(Jenkins.ADMINISTER)
                : item.hasAnyPermission(Item.EXTENDED_READ, CredentialsProvider.USE_ITEM);
    }
}

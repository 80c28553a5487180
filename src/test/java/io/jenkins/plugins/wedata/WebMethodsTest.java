package io.jenkins.plugins.wedata;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import hudson.util.Secret;
import java.util.List;
import java.util.Map;
import jenkins.model.Jenkins;
import org.junit.jupiter.api.Test;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Whatever a browser can call asks who calls. FormMethodsTest calls the same methods in a real Jenkins. */
class WebMethodsTest {

    /** Methods that answer to a GET, and why that is right. */
    private static final Map<String, String> GETS = Map.of();

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.jenkins.plugins.wedata");

    @Test
    void everyOneTakesAPostAndAsksWhoCallsForWhichItem() {
        assertThat(new WebMethods(CLASSES, GETS).flaws()).isEmpty();
    }

    @Test
    void theyAreSeen() {
        assertThat(new WebMethods(CLASSES, GETS).all())
                .extracting(WebMethods::name)
                .contains(
                        "connection.WeDataConnection$DescriptorImpl#doTestConnection",
                        "connection.DefaultConnectionProperty$DescriptorImpl#doFillConnectionItems",
                        "credentials.TencentCloudRole$DescriptorImpl#doCheckRoleArn")
                .containsAll(GETS.keySet());
    }

    @Test
    void aMethodThatIsWrongIsFound() {
        JavaClasses wrong = new ClassFileImporter().importClasses(Wrong.class, Right.class, Helper.class);
        assertThat(new WebMethods(wrong, Map.of()).flaws())
                .containsExactly(
                        "WebMethodsTest$Wrong#doCheckName answers to a GET",
                        "WebMethodsTest$Wrong#doCheckName asks for no permission",
                        "WebMethodsTest$Wrong#doCheckName does not know the item that it is asked for",
                        "WebMethodsTest$Wrong#doFillNameItems asks for no permission",
                        "WebMethodsTest$Wrong#doTestKey could send a secret to a host of the form",
                        "WebMethodsTest$Wrong#doTestStored could send a secret to a host of the form");
    }

    /** Everything that must not be. */
    public static final class Wrong {

        public FormValidation doCheckName(@QueryParameter String value) {
            return Jenkins.get().getRootUrl() == null ? FormValidation.ok() : FormValidation.error(value);
        }

        @POST
        public ListBoxModel doFillNameItems(@AncestorInPath Item item) {
            ListBoxModel items = new ListBoxModel();
            items.add(item.getFullName(), "");
            return items;
        }

        @POST
        public FormValidation doTestKey(
                @AncestorInPath Item item, @QueryParameter Secret key, @QueryParameter String endpoint) {
            item.hasPermission(Item.CONFIGURE);
            return FormValidation.ok();
        }

        @POST
        public FormValidation doTestStored(
                @AncestorInPath Item item, @QueryParameter String credentialsId, @QueryParameter String url) {
            item.hasPermission(Item.CONFIGURE);
            return FormValidation.ok();
        }
    }

    /** Everything that may be. */
    public static final class Right {

        @POST
        public FormValidation doCheckName(@AncestorInPath Item item) {
            return List.of(item).stream().anyMatch(Helper::mayConfigure) ? FormValidation.ok() : FormValidation.ok();
        }

        @POST
        public FormValidation doTestKey(@QueryParameter Secret key, @QueryParameter String endpoint) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            return FormValidation.ok();
        }

        @POST
        public ListBoxModel doFillWordsItems() {
            ListBoxModel items = new ListBoxModel();
            items.add("a", "b");
            return items;
        }
    }

    /** What forms share. */
    static final class Helper {

        private Helper() {}

        static boolean mayConfigure(Item item) {
            return item.hasPermission(Item.CONFIGURE);
        }
    }
}

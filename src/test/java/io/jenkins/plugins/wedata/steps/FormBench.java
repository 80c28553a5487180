package io.jenkins.plugins.wedata.steps;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockStatic;
import static org.mockito.Mockito.when;

import hudson.ExtensionList;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.util.FormValidation;
import io.jenkins.plugins.wedata.client.WeDataClient;
import io.jenkins.plugins.wedata.environment.BuildConnection;
import io.jenkins.plugins.wedata.environment.BuildConnections;
import io.jenkins.plugins.wedata.environment.ConnectionUnusableException;
import io.jenkins.plugins.wedata.environment.ControllerSession;
import io.jenkins.plugins.wedata.environment.SharedClient;
import io.jenkins.plugins.wedata.environment.UsableConnections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import jenkins.util.SystemProperties;
import org.mockito.MockedStatic;

/** A form of a job in an imagined Jenkins, whose user may configure the job. */
final class FormBench implements AutoCloseable {

    final Item item = mock(Item.class);
    final Map<String, BuildConnection> connections = new ConcurrentHashMap<>();

    @SuppressWarnings("rawtypes")
    private final MockedStatic<ExtensionList> extensions = mockStatic(ExtensionList.class);

    private final MockedStatic<SystemProperties> properties = mockStatic(SystemProperties.class);
    private final MockedStatic<FormValidation> validations = mockStatic(FormValidation.class);
    private String told;

    FormBench() throws ConnectionUnusableException {
        ItemGroup<?> folder = mock(ItemGroup.class);
        when(item.hasPermission(any())).thenReturn(true);
        when(item.hasAnyPermission(any(), any())).thenReturn(true);
        when(item.getFullName()).thenReturn("data/release");
        when(item.getUrl()).thenReturn("job/data/job/release/");
        when(item.getParent()).thenAnswer(call -> folder);
        UsableConnections configured = mock(UsableConnections.class);
        when(configured.named(anyString())).thenAnswer(call -> {
            String id = call.getArgument(0);
            return Optional.ofNullable(connections.get(id))
                    .orElseThrow(() -> new ConnectionUnusableException(id, "the id of a connection"));
        });
        when(configured.byDefault()).thenAnswer(call -> Optional.ofNullable(connections.get("default")));
        when(configured.names()).thenReturn(List.of("prod"));
        BuildConnections everywhere = mock(BuildConnections.class);
        when(everywhere.at(any())).thenReturn(configured);
        extensions
                .when(() -> ExtensionList.lookupSingleton(BuildConnections.class))
                .thenReturn(everywhere);
        FormValidation answer = mock(FormValidation.class);
        validations.when(FormValidation::ok).thenAnswer(call -> answer);
        validations.when(() -> FormValidation.error(anyString())).thenAnswer(call -> {
            told = "error: " + call.getArgument(0);
            return answer;
        });
        validations.when(() -> FormValidation.warning(anyString())).thenAnswer(call -> {
            told = "warning: " + call.getArgument(0);
            return answer;
        });
    }

    /** Where the form's calls go, and what remembers the answers. */
    void calling(WeDataClient client, LiveAnswers answers) {
        SharedClient shared = mock(SharedClient.class);
        when(shared.client()).thenReturn(client);
        ControllerSession session = mock(ControllerSession.class);
        when(session.shared(eq(SharedClient.class), any())).thenReturn(shared);
        when(session.shared(eq(LiveAnswers.class), any())).thenReturn(answers);
        extensions
                .when(() -> ExtensionList.lookupSingleton(ControllerSession.class))
                .thenReturn(session);
    }

    /** For somebody who may not. */
    FormBench forbid() {
        when(item.hasPermission(any())).thenReturn(false);
        when(item.hasAnyPermission(any(), any())).thenReturn(false);
        return this;
    }

    /** What a form says beside a field; nothing when nothing is wrong. */
    String told(Supplier<FormValidation> check) {
        told = "";
        check.get();
        return told;
    }

    @Override
    public void close() {
        validations.close();
        properties.close();
        extensions.close();
    }
}

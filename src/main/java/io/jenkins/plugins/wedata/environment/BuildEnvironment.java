package io.jenkins.plugins.wedata.environment;

import io.jenkins.plugins.wedata.client.Endpoint;
import io.jenkins.plugins.wedata.client.WeDataClient;
import io.jenkins.plugins.wedata.journal.Journal;
import io.jenkins.plugins.wedata.operation.ProgressLog;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * What a step needs of the build that it runs in. A step asks its {@code StepContext} for it, off the Pipeline's thread:
 * every method here may block.
 */
public interface BuildEnvironment extends CredentialStore {

    /**
     * The client that all builds share.
     *
     * @return the client
     */
    WeDataClient client();

    /**
     * The address that takes the place of every site's, when an administrator named one.
     *
     * @return empty when the sites' own hosts are called
     */
    Optional<Endpoint> ownEndpoint();

    /**
     * A connection that an administrator made.
     *
     * @param id the connection's name
     * @return the connection
     * @throws ConnectionUnusableException when there is none of that name, or not for this build; the message says which
     */
    BuildConnection connection(String id) throws ConnectionUnusableException;

    /**
     * The connection of steps that name none.
     *
     * @return empty when there is no default for this build
     * @throws ConnectionUnusableException when there is one that can't be used; the message says why
     */
    Optional<BuildConnection> defaultConnection() throws ConnectionUnusableException;

    /**
     * Reads a text file of the build's workspace.
     *
     * @param path relative to the step's current directory
     * @return the file's text
     * @throws WorkspaceFileException when it is missing, outside the workspace, too large or not UTF-8; the message says
     *     which
     */
    String readWorkspaceFile(String path) throws WorkspaceFileException, IOException, InterruptedException;

    /**
     * Puts the build's variables into a text that a form took. A Jenkinsfile has put in its own already.
     *
     * @param text what was typed
     * @return the text with values in the place of names
     * @throws IllegalArgumentException when it names a variable that the build does not have; the message is what would be
     *     right, as the end of a sentence that starts with "give"
     */
    default String expand(String text) {
        return text;
    }

    /**
     * The build's log.
     *
     * @return where milestones go
     */
    ProgressLog log();

    /**
     * The build's journal.
     *
     * @return empty when the build keeps none, as where nothing outlives the process
     * @throws IOException when it can't be opened
     */
    default Optional<Journal> journal() throws IOException {
        return Optional.empty();
    }

    /**
     * Another build of this Jenkins that this build may see.
     *
     * @param named a number of a build of the same job, a build's address, or a job's full name, # and a number
     * @return the build, and what its journal tells
     * @throws IllegalArgumentException when it names no build that this one may see, whether there is one or not; the message
     *     is what would be right, as the end of a sentence that starts with "give"
     * @throws IOException when the other build's journal can't be read
     */
    default EarlierBuild earlierBuild(String named) throws IOException, InterruptedException {
        throw new IllegalArgumentException(Messages.BuildEnvironment_NoOtherBuilds());
    }

    /**
     * Names the build to people elsewhere: its URL, or its name and number when Jenkins does not know its own URL.
     *
     * @return never blank
     */
    String buildLink() throws IOException, InterruptedException;

    /**
     * Names this run of this step to nobody else: for marks by which what it made is recognised later.
     *
     * @return the same each time it is asked, also after a restart; without brackets, never blank
     */
    String stepTag() throws IOException, InterruptedException;

    /**
     * The tags of the steps that the build's program is at now. Those of them that began before a restart go on by
     * themselves.
     *
     * @return empty where nothing goes on after a restart
     */
    default Set<String> tagsUnderWay() throws IOException, InterruptedException {
        return Set.of();
    }

    /**
     * Marks the build, and the step in its graph, as unstable.
     *
     * @param reason for people
     */
    void markUnstable(String reason) throws IOException, InterruptedException;
}

package io.jenkins.plugins.wedata.rehearsal.engine;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.wedata.environment.WorkspaceFileException;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.reader.UnicodeReader;

/**
 * Steps that read data from a file or a text, as pipeline-utility-steps does. {@code readJSON} always gives plain maps and
 * lists, as there with {@code returnPojo: true}.
 */
final class DataSteps {

    private DataSteps() {}

    /** What both take. */
    public abstract static class FileOrText implements Activity {
        private String file = "";
        private String text = "";

        @DataBoundSetter
        public final void setFile(@CheckForNull String file) {
            this.file = file == null ? "" : file;
        }

        @DataBoundSetter
        public final void setText(@CheckForNull String text) {
            this.text = text == null ? "" : text;
        }

        @Override
        public final void start(StepRun run) throws MissingNodeException, IOException {
            if (file.isBlank() && text.isBlank()) {
                throw new IllegalArgumentException(
                        "At least one of file or text needs to be provided to " + functionName() + ".");
            }
            if (!file.isBlank() && !text.isBlank() && !takesBoth()) {
                throw new IllegalArgumentException(
                        "At most one of file or text must be provided to " + functionName() + ".");
            }
            byte[] bytes = file.isBlank() ? new byte[0] : bytes(run.requiredWorkspace());
            run.succeed(read(bytes, text));
        }

        private byte[] bytes(Workspace workspace) throws IOException {
            try {
                if (!workspace.exists(file)) {
                    throw new FileNotFoundException(workspace.current().resolve(file) + " does not exist.");
                }
                if (workspace.isDirectory(file)) {
                    throw new FileNotFoundException(workspace.current().resolve(file) + " is a directory.");
                }
                return workspace.bytes(file);
            } catch (WorkspaceFileException e) {
                throw new IOException(file + " " + e.getMessage(), e);
            }
        }

        abstract String functionName();

        /** Whether a text may follow the file's. */
        abstract boolean takesBoth();

        /**
         * Reads the data.
         *
         * @param fileBytes empty when no file is given
         * @param givenText blank when no text is given
         */
        @CheckForNull
        abstract Object read(byte[] fileBytes, String givenText) throws IOException;
    }

    /** Reads JSON with the liberties that json-lib takes: comments, single quotes, names without quotes. */
    public static final class ReadJsonStep extends FileOrText {
        private static final ObjectMapper MAPPER = JsonMapper.builder()
                .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                .enable(JsonReadFeature.ALLOW_YAML_COMMENTS)
                .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
                .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();

        @DataBoundConstructor
        public ReadJsonStep() {}

        /** Checked by its type and left: plain maps and lists are given either way. */
        @DataBoundSetter
        public void setReturnPojo(boolean returnPojo) {
            // Nothing to do here.
        }

        @Override
        String functionName() {
            return "readJSON";
        }

        @Override
        boolean takesBoth() {
            return false;
        }

        @Override
        Object read(byte[] fileBytes, String givenText) throws IOException {
            String json = givenText.isBlank() ? new String(fileBytes, StandardCharsets.UTF_8) : givenText;
            Object value;
            try {
                value = MAPPER.readValue(json.strip(), Object.class);
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException(
                        "Invalid JSON String: " + e.getOriginalMessage() + place(e.getLocation()), e);
            }
            if (value == null || value instanceof Map || value instanceof List) {
                return value;
            }
            throw new IllegalArgumentException("Invalid JSON String: an object or an array is expected");
        }

        private static String place(@CheckForNull JsonLocation at) {
            return at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
        }
    }

    /** Reads YAML: one document as it is, several as a list. */
    public static final class ReadYamlStep extends FileOrText {
        private final LoaderOptions options = new LoaderOptions();

        @DataBoundConstructor
        public ReadYamlStep() {}

        @DataBoundSetter
        public void setCodePointLimit(int limit) {
            options.setCodePointLimit(atMost(limit, options.getCodePointLimit()));
        }

        @DataBoundSetter
        public void setMaxAliasesForCollections(int limit) {
            options.setMaxAliasesForCollections(atMost(limit, options.getMaxAliasesForCollections()));
        }

        /** A negative limit stands for the library's own; no Jenkinsfile may raise it. */
        private static int atMost(int wanted, int limit) {
            if (wanted > limit) {
                throw new IllegalArgumentException(wanted + " > " + limit + ", the most that is allowed");
            }
            return wanted < 0 ? limit : wanted;
        }

        @Override
        String functionName() {
            return "readYaml";
        }

        @Override
        boolean takesBoth() {
            return true;
        }

        @Override
        Object read(byte[] fileBytes, String givenText) throws IOException {
            StringWriter yaml = new StringWriter();
            try (UnicodeReader reader = new UnicodeReader(new ByteArrayInputStream(fileBytes))) {
                reader.transferTo(yaml);
            }
            if (!givenText.isBlank()) {
                yaml.append(System.lineSeparator()).append(givenText);
            }
            List<Object> documents = new ArrayList<>();
            new Yaml(new SafeConstructor(options)).loadAll(yaml.toString()).forEach(documents::add);
            return documents.size() == 1 ? documents.get(0) : documents;
        }
    }
}

package io.jenkins.plugins.wedata;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** All that is logged while it is open, at the finest level: by the plugin, by its HTTP library, and by anybody at all. */
public final class LoggedLines extends Handler implements AutoCloseable {

    private static final List<String> FINEST = List.of("io.jenkins.plugins.wedata", "okhttp3", "");

    /**
     * By which Jenkins binds the forms of every plugin: at its finest level it names each value that is converted, a
     * secret's text too, before it is a secret. No plugin has a say in that.
     */
    private static final String BINDER_OF_FORMS = "org.apache.commons.beanutils.";

    /** For the messages alone: who logged is a name in the code, and to look for it takes longer than all else. */
    private final Formatter formatter = new SimpleFormatter();

    /** Many say the same. */
    private final Set<String> lines = new LinkedHashSet<>();

    private final Map<Logger, Level> before = new LinkedHashMap<>();

    /** Begins to listen. */
    public LoggedLines() {
        setLevel(Level.ALL);
        for (String name : FINEST) {
            Logger logger = Logger.getLogger(name);
            before.put(logger, logger.getLevel());
            logger.setLevel(Level.ALL);
        }
        Logger.getLogger("").addHandler(this);
    }

    @Override
    public synchronized void publish(LogRecord record) {
        if (String.valueOf(record.getLoggerName()).startsWith(BINDER_OF_FORMS)) {
            return;
        }
        // What a format leaves out of a record would show in another.
        StringBuilder line = new StringBuilder(record.getLoggerName() + " " + formatter.formatMessage(record));
        if (record.getParameters() != null) {
            for (Object parameter : record.getParameters()) {
                line.append(' ').append(parameter);
            }
        }
        if (record.getThrown() != null) {
            StringWriter trace = new StringWriter();
            record.getThrown().printStackTrace(new PrintWriter(trace));
            line.append('\n').append(trace);
        }
        lines.add(line.toString());
    }

    /**
     * What was logged so far.
     *
     * @return each record with its parameters and stack trace
     */
    public synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
        before.forEach(Logger::setLevel);
    }
}

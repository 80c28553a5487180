package io.jenkins.plugins.wedata.environment;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.init.InitMilestone;
import hudson.init.Initializer;
import hudson.init.Terminator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionList;

/**
 * Jenkins from its start to its end. What its builds and forms share is made when it is first needed, and this names none of
 * it: Jenkins loads at its start what an extension's members name.
 */
@Extension
public final class ControllerSession {

    private static final Logger LOGGER = Logger.getLogger(ControllerSession.class.getName());

    private final String id = UUID.randomUUID().toString();
    private final long begun = System.currentTimeMillis();
    private final Map<Class<?>, Object> shared = new HashMap<>();
    private boolean ending;

    /**
     * The one that this is.
     *
     * @return Jenkins' own
     */
    public static ControllerSession current() {
        return ExtensionList.lookupSingleton(ControllerSession.class);
    }

    /** Jenkins makes an extension when it is first asked for; this one has to know when Jenkins started. */
    @Initializer(after = InitMilestone.EXTENSIONS_AUGMENTED, before = InitMilestone.JOB_LOADED)
    public static void begin() {
        current();
    }

    /**
     * What names this session.
     *
     * @return another after each start
     */
    public String id() {
        return id;
    }

    /**
     * When it began, which is before any of its builds.
     *
     * @return milliseconds since 1970
     */
    public long begun() {
        return begun;
    }

    /**
     * The session's one object of a class. It ends with the session when it is {@link AutoCloseable}.
     *
     * @param type the class
     * @param maker makes it when it is first needed
     * @return the same for every build and form
     * @throws CancellationException when Jenkins is ending: whoever asks goes on after the restart
     */
    public synchronized <T> T shared(Class<T> type, Supplier<T> maker) {
        if (ending) {
            throw new CancellationException(Messages.ControllerSession_Ending());
        }
        T made = type.cast(shared.get(type));
        if (made == null) {
            made = maker.get();
            shared.put(type, made);
        }
        return made;
    }

    /**
     * The same, where nothing is to be made.
     *
     * @param type the class
     * @return empty when nobody has needed it yet, and when Jenkins is ending
     */
    public synchronized <T> Optional<T> made(Class<T> type) {
        return Optional.ofNullable(type.cast(shared.get(type)));
    }

    /** Closes what can be closed; outside the lock, since whoever is called back may ask for something shared. */
    void end() {
        List<Object> made;
        synchronized (this) {
            ending = true;
            made = List.copyOf(shared.values());
            shared.clear();
        }
        made.forEach(ControllerSession::close);
    }

    private static void close(Object made) {
        if (made instanceof AutoCloseable open) {
            try {
                open.close();
            } catch (Exception e) {
                LOGGER.log(Level.WARNING, "Not everything could be closed", e);
            }
        }
    }

    /** Ends every call silently, once the builds are suspended: those that wait go on after the restart. */
    @Terminator(requires = FlowExecutionList.EXECUTIONS_SUSPENDED)
    public static void endAll() {
        ExtensionList.lookup(ControllerSession.class).forEach(ControllerSession::end);
    }
}

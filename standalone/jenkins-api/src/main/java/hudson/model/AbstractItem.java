package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;
import java.io.File;
import java.io.IOException;

/** Bare signatures of Jenkins core's type. */
public abstract class AbstractItem extends Actionable implements Item {

    protected AbstractItem() {}

    @NonNull
    @Override
    public ItemGroup<? extends Item> getParent() {
        throw new UnsupportedOperationException();
    }

    @NonNull
    @Override
    public String getName() {
        throw new UnsupportedOperationException();
    }

    @Override
    public String getDisplayName() {
        throw new UnsupportedOperationException();
    }

    @Override
    public File getRootDir() {
        throw new UnsupportedOperationException();
    }

    @NonNull
    @Override
    public final String getFullName() {
        throw new UnsupportedOperationException();
    }

    @Override
    public final String getUrl() {
        throw new UnsupportedOperationException();
    }

    @Override
    public synchronized void save() throws IOException {
        throw new UnsupportedOperationException();
    }
}

package hudson.model;

/** Bare signatures of Jenkins core's type. */
public class Api extends AbstractModelObject {

    public final Object bean;

    public Api(Object bean) {
        this.bean = bean;
    }

    @Override
    public String getDisplayName() {
        throw new UnsupportedOperationException();
    }
}

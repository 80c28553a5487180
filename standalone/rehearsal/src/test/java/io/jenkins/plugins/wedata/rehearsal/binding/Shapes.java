package io.jenkins.plugins.wedata.rehearsal.binding;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jenkinsci.plugins.structs.describable.CustomDescribableModel;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** Data-bound classes to bind. */
public final class Shapes {

    private Shapes() {}

    /** Of which there are several. */
    public interface Shape {}

    /** A structure as plugins have them. */
    public record Circle(int radius) implements Shape {
        @DataBoundConstructor
        public Circle {}
    }

    /** One required parameter, and optional ones from a superclass. */
    public static final class Square extends Coloured {
        final String side;
        final boolean filled;
        String note = "default";
        int noteCalls;

        @DataBoundConstructor
        public Square(String side, boolean filled) {
            this.side = side;
            this.filled = filled;
        }

        @DataBoundSetter
        public void setNote(String note) {
            this.note = note;
            noteCalls++;
        }
    }

    /** What shapes share. */
    public abstract static class Coloured {
        String colour = "none";

        @DataBoundSetter
        public void setColour(String colour) {
            if ("ugly".equals(colour)) {
                throw new IllegalStateException("not this one");
            }
            this.colour = colour;
        }
    }

    /** A class whose descriptor looks at the arguments first. */
    public static final class Checked {
        final String id;

        @DataBoundConstructor
        public Checked(String id) {
            this.id = id;
        }

        /** Turns numbers into texts. */
        public static final class DescriptorImpl implements CustomDescribableModel {
            @Override
            public Map<String, Object> customInstantiate(Map<String, Object> arguments) {
                Map<String, Object> texts = new LinkedHashMap<>();
                arguments.forEach((name, value) -> texts.put(name, String.valueOf(value)));
                return texts;
            }
        }
    }

    /** A primitive that has no default. */
    public static final class Letter {
        @DataBoundConstructor
        public Letter(char letter) {}
    }

    /** Not data-bound. */
    public static final class Plain {}

    /** A setter that is none. */
    public static final class Broken {
        @DataBoundConstructor
        public Broken() {}

        @DataBoundSetter
        public void change(String to) {}
    }
}

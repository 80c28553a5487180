package org.kohsuke.stapler;

import java.util.List;

/** Bare signatures of Stapler's type. */
public interface StaplerRequest2 {
    <T> List<T> bindJSONToList(Class<T> type, Object src);
}

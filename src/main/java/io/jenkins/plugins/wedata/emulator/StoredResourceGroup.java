package io.jenkins.plugins.wedata.emulator;

import java.util.List;

/**
 * A group of machines that runs tasks.
 *
 * @param id its id
 * @param name its name
 * @param type {@code Schedule}, {@code Integration} or {@code DataService}
 * @param projectIds the projects that may use it
 */
record StoredResourceGroup(String id, String name, String type, List<String> projectIds) {

    StoredResourceGroup {
        projectIds = List.copyOf(projectIds);
    }
}

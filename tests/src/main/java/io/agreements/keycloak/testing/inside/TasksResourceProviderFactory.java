package io.agreements.keycloak.testing.inside;

/** Puts {@link TasksResource} below {@code /realms/master/testing-tasks}. */
public final class TasksResourceProviderFactory extends TestingResourceProviderFactory {

    /** For Keycloak. */
    public TasksResourceProviderFactory() {
        super("testing-tasks", TasksResource::new);
    }
}

package io.agreements.keycloak.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test class a running Keycloak with this project's jars in it.
 *
 * <p>Constructors and methods may then ask for a {@link io.agreements.keycloak.testing.server.KeycloakServer}, for its
 * {@link org.keycloak.admin.client.Keycloak admin client}, for a
 * {@link io.agreements.keycloak.testing.browser.WebBrowser}, and for the
 * {@link io.agreements.keycloak.testing.server.KeycloakServers} to have others of. Classes that ask for the same thing share one server, as
 * long as it runs: until a class of the same JVM asks for another.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(KeycloakExtension.class)
public @interface WithKeycloak {

    /** Sets a server apart from others with the same options: classes share it only under the same name. */
    String name() default "";

    /** Options of {@code kc.sh start} as {@code name=value}, without dashes in front; SPI options too. */
    String[] options() default {};

    /** Options of {@code kc.sh build} as {@code name=value}; every new combination costs a build. */
    String[] buildOptions() default {};

    /** Tasks of its timers that run twice a second for this class, under the names Keycloak knows them by. */
    String[] quickTasks() default {};

    /** Directory of agreement files, relative to the project; the server reads a copy that tests may change. */
    String agreements() default "realm-config/agreements";

    /** Further provider jars, relative to the project. */
    String[] extraProviders() default {};
}

package io.agreements.keycloak.tests.operate;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.config.BootstrapAdminOptions;
import org.keycloak.config.CachingOptions;
import org.keycloak.config.DatabaseOptions;
import org.keycloak.config.HealthOptions;
import org.keycloak.config.HostnameV2Options;
import org.keycloak.config.HttpOptions;
import org.keycloak.config.ManagementOptions;
import org.keycloak.config.MetricsOptions;
import org.keycloak.config.Option;
import org.keycloak.config.ProxyOptions;

/** The options of Keycloak's server that an operator meets, as that server declares them. */
final class KeycloakOptions {
    private static final String VARIABLE = "KC_";

    private final Map<String, Option<?>> byKey = Stream.of(
                    BootstrapAdminOptions.class,
                    CachingOptions.class,
                    DatabaseOptions.class,
                    HealthOptions.class,
                    HostnameV2Options.class,
                    HttpOptions.class,
                    ManagementOptions.class,
                    MetricsOptions.class,
                    ProxyOptions.class)
            .flatMap(KeycloakOptions::declared)
            .collect(Collectors.toMap(Option::getKey, Function.identity(), (one, same) -> one));

    boolean has(String key) {
        return byKey.containsKey(key);
    }

    /** Whether it is of {@code kc.sh build}: at a start of what was built it says nothing. */
    boolean isOfTheBuild(String key) {
        return byKey.get(key).isBuildTime();
    }

    /** What the variables of an environment say, by the keys of options: {@code KC_SPI_A__B__C_D} is {@code spi-a--b--c-d}. */
    static Collection<String> keysOf(Collection<String> variables) {
        return variables.stream()
                .filter(variable -> variable.startsWith(VARIABLE))
                .map(variable -> variable.substring(VARIABLE.length())
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-'))
                .toList();
    }

    private static Stream<Option<?>> declared(Class<?> options) {
        return Arrays.stream(options.getDeclaredFields())
                .filter(field -> Modifier.isPublic(field.getModifiers()) && field.getType() == Option.class)
                .map(KeycloakOptions::valueOf);
    }

    private static Option<?> valueOf(Field field) {
        try {
            return (Option<?>) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field.toString(), e);
        }
    }
}

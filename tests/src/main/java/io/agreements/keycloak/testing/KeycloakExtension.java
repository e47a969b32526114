package io.agreements.keycloak.testing;

import io.agreements.keycloak.testing.browser.SharedChromium;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.testing.server.KeycloakServers;
import io.agreements.keycloak.testing.server.KeycloakSpec;
import io.agreements.keycloak.testing.server.running.QuickTasks;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.keycloak.admin.client.Keycloak;

/** Resolves what {@link WithKeycloak} promises and closes it in time; a failed test leaves pictures of its pages. */
final class KeycloakExtension
        implements ParameterResolver, BeforeAllCallback, AfterAllCallback, AfterTestExecutionCallback {
    private static final Namespace NAMESPACE = Namespace.create(KeycloakExtension.class);

    /** A parameter of JUnit: how many seconds the browser may take for what is to be had at once. */
    private static final String BROWSER_PATIENCE = "browser.patience.seconds";

    private final Map<Class<?>, Function<ExtensionContext, Object>> resolvers = Map.of(
            KeycloakServer.class, this::server,
            KeycloakServers.class, KeycloakExtension::servers,
            Keycloak.class, context -> server(context).adminClient(),
            WebBrowser.class, this::browser);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return resolvers.containsKey(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return resolvers.get(parameter.getParameter().getType()).apply(context);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        String[] tasks = wanted(context).quickTasks();
        if (tasks.length > 0) {
            context.getStore(NAMESPACE).put(QuickTasks.class, QuickTasks.on(server(context), tasks));
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        QuickTasks tasks = context.getStore(NAMESPACE).remove(QuickTasks.class, QuickTasks.class);
        if (tasks != null) {
            tasks.close();
        }
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        WebBrowser browser = context.getStore(NAMESPACE).get(WebBrowser.class, WebBrowser.class);
        if (browser != null && context.getExecutionException().isPresent()) {
            browser.takePicturesOfFailure(context.getRequiredTestClass().getSimpleName() + "-"
                    + context.getRequiredTestMethod().getName());
        }
    }

    /** As Maven is asked for it. */
    private static String nameOfTest(ExtensionContext context) {
        String name = context.getRequiredTestClass().getSimpleName();
        return context.getTestMethod()
                .map(method -> name + "#" + method.getName())
                .orElse(name);
    }

    private KeycloakServer server(ExtensionContext context) {
        return servers(context).get(spec(context));
    }

    private static KeycloakServers servers(ExtensionContext context) {
        return shared(context, KeycloakServers.class, KeycloakServers::open);
    }

    private WebBrowser browser(ExtensionContext context) {
        SharedChromium chromium = shared(context, SharedChromium.class, () -> new SharedChromium(patience(context)));
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        WebBrowser.class, type -> new WebBrowser(chromium, nameOfTest(context)), WebBrowser.class);
    }

    /** For all tests of this JVM: Surefire may ask JUnit for one class after the other, each time from the root. */
    private static <T> T shared(ExtensionContext context, Class<T> type, Supplier<T> creator) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
                .getOrComputeIfAbsent(type, missing -> creator.get(), type);
    }

    private static Duration patience(ExtensionContext context) {
        return context.getConfigurationParameter(BROWSER_PATIENCE, Integer::valueOf)
                .map(Duration::ofSeconds)
                .orElse(Duration.ofSeconds(30));
    }

    private static KeycloakSpec spec(ExtensionContext context) {
        WithKeycloak wanted = wanted(context);
        return KeycloakSpec.plain()
                .named(wanted.name())
                .withOptions(pairs(wanted.options()))
                .withBuildOptions(pairs(wanted.buildOptions()))
                .withAgreements(wanted.agreements())
                .withExtraProviders(wanted.extraProviders());
    }

    private static WithKeycloak wanted(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(
                        context.getRequiredTestClass(), WithKeycloak.class, context.getEnclosingTestClasses())
                .orElseThrow(() -> new ExtensionConfigurationException(
                        context.getRequiredTestClass() + " is not annotated with @WithKeycloak"));
    }

    private static Map<String, String> pairs(String... options) {
        return Arrays.stream(options).map(KeycloakExtension::pair).collect(Collectors.toMap(p -> p[0], p -> p[1]));
    }

    private static String[] pair(String option) {
        String[] nameAndValue = option.split("=", 2);
        if (nameAndValue.length != 2) {
            throw new ExtensionConfigurationException("Not an option of the form name=value: " + option);
        }
        return nameAndValue;
    }
}

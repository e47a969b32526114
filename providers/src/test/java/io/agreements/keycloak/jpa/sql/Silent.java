package io.agreements.keycloak.jpa.sql;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Stands in for an interface and says what it is told to; of all else, that there is nothing. */
final class Silent {

    private Silent() {}

    /** @param answers by the name of the method */
    static <T> T of(Class<T> type, Map<String, Answer> answers) {
        return proxy(type, (self, method, arguments) -> {
            Answer answer = answers.get(method.getName());
            return answer == null ? nothing(self, method, arguments) : answer.to(arguments);
        });
    }

    static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    static Object nothing(Object self, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "equals" -> self == arguments[0];
            case "hashCode" -> System.identityHashCode(self);
            case "toString" -> "silent";
            default -> none(method.getReturnType());
        };
    }

    private static Object none(Class<?> type) {
        if (type == Stream.class) {
            return Stream.empty();
        } else if (type == List.class) {
            return List.of();
        } else if (type == Set.class) {
            return Set.of();
        } else if (type == Map.class) {
            return Map.of();
        }
        return primitive(type, 0);
    }

    /** @return null if it is not primitive */
    static Object primitive(Class<?> type, long number) {
        if (type == boolean.class) {
            return false;
        } else if (type == int.class) {
            return (int) number;
        } else if (type == long.class) {
            return number;
        } else if (type == short.class) {
            return (short) number;
        } else if (type == double.class) {
            return (double) number;
        }
        return null;
    }

    @FunctionalInterface
    interface Answer {
        Object to(Object[] arguments);
    }
}

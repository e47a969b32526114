package io.agreements.keycloak.jpa.sql;

import jakarta.persistence.EntityManager;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Values of whatever type, other ones each time and the same in every run; of words now and then none. */
final class Samples {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final int DEEPEST = 7;
    private static final int PARTS_OF_TEN_ABSENT = 2;

    private final Random random;
    private final EntityManager entities;
    private int depth;

    Samples(long seed, EntityManager entities) {
        this.random = new Random(seed);
        this.entities = entities;
    }

    /** @return null if there can be none, or for once */
    Object of(Type type) throws ReflectiveOperationException {
        if (depth > DEEPEST) {
            return type instanceof Class<?> simple && simple.isPrimitive() ? simple(simple) : null;
        }
        depth++;
        try {
            return made(type);
        } finally {
            depth--;
        }
    }

    private Object made(Type type) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType generic) {
            return generic((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
        }
        if (type instanceof TypeVariable<?> variable) {
            return of(variable.getBounds()[0]);
        }
        if (type instanceof WildcardType wildcard) {
            return of(
                    wildcard.getLowerBounds().length > 0 ? wildcard.getLowerBounds()[0] : wildcard.getUpperBounds()[0]);
        }
        if (!(type instanceof Class<?> simple)) {
            return null;
        }
        return isValue(simple) && random.nextInt(10) < PARTS_OF_TEN_ABSENT ? null : simple(simple);
    }

    private static boolean isValue(Class<?> type) {
        return type == String.class || type == Instant.class || type == Integer.class || type.isRecord();
    }

    private Object simple(Class<?> type) throws ReflectiveOperationException {
        if (type == String.class || type == Object.class) {
            return word();
        } else if (type == int.class || type == Integer.class) {
            return 1 + random.nextInt(3);
        } else if (type == long.class || type == Long.class) {
            return 1L + random.nextInt(3);
        } else if (type == boolean.class || type == Boolean.class) {
            return random.nextBoolean();
        } else if (type == Instant.class) {
            return NOW.plusSeconds(random.nextInt(100));
        } else if (type == Duration.class) {
            return Duration.ofDays(1);
        } else if (type == LocalDate.class) {
            return LocalDate.ofInstant(NOW, ZoneOffset.UTC);
        } else if (type == ZoneId.class) {
            return ZoneOffset.UTC;
        } else if (type == Clock.class) {
            return Clock.fixed(NOW, ZoneOffset.UTC);
        } else if (type == Locale.class) {
            return Locale.ENGLISH;
        } else if (type == Class.class) {
            return String.class;
        } else if (type.isAssignableFrom(entities.getClass()) && EntityManager.class.isAssignableFrom(type)) {
            return entities;
        }
        return type.isPrimitive() ? null : composed(type);
    }

    private Object composed(Class<?> type) throws ReflectiveOperationException {
        if (type.isEnum()) {
            Object[] all = type.getEnumConstants();
            return all[random.nextInt(all.length)];
        } else if (type.isArray()) {
            return type == byte[].class ? new byte[32] : Array.newInstance(type.getComponentType(), 0);
        } else if (type.isRecord()) {
            Class<?>[] parts = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            return made(type.getDeclaredConstructor(parts));
        } else if (Collection.class.isAssignableFrom(type) || type == Iterable.class || type == Map.class) {
            return generic(type, new Type[] {String.class, String.class});
        } else if (type.isInterface()) {
            return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, this::answer);
        }
        List<Constructor<?>> constructors = Stream.of(type.getDeclaredConstructors())
                .sorted(Comparator.comparing(Constructor::getParameterCount))
                .toList();
        return Modifier.isAbstract(type.getModifiers()) || constructors.isEmpty()
                ? null
                : made(constructors.get(constructors.size() - 1));
    }

    private Object made(Constructor<?> constructor) throws ReflectiveOperationException {
        constructor.setAccessible(true);
        return constructor.newInstance(all(constructor.getGenericParameterTypes()));
    }

    /** One of each. */
    Object[] all(Type[] types) throws ReflectiveOperationException {
        Object[] values = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            values[i] = of(types[i]);
        }
        return values;
    }

    private Object generic(Class<?> type, Type[] parts) throws ReflectiveOperationException {
        if (type == Optional.class) {
            return random.nextBoolean() ? Optional.empty() : Optional.ofNullable(of(parts[0]));
        } else if (type == Map.class) {
            Object key = of(parts[0]);
            Object value = of(parts[1]);
            return key == null || value == null ? Map.of() : Map.of(key, value);
        } else if (type == Set.class) {
            return Set.copyOf(some(parts[0]));
        } else if (type == Stream.class) {
            return some(parts[0]).stream();
        } else if (type.isAssignableFrom(List.class)) {
            return some(parts[0]);
        }
        return simple(type);
    }

    private List<Object> some(Type type) throws ReflectiveOperationException {
        List<Object> some = new ArrayList<>();
        int number = random.nextInt(4);
        for (int i = 0; i < number; i++) {
            Object one = of(type);
            if (one != null) {
                some.add(one);
            }
        }
        return some;
    }

    private Object answer(Object proxy, Method method, Object[] arguments) throws ReflectiveOperationException {
        if (method.getDeclaringClass() == Object.class) {
            return switch (method.getName()) {
                case "equals" -> proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> method.getName();
            };
        }
        if (arguments != null && arguments[0] instanceof Class<?> wanted) {
            return arguments.length == 1 ? of(wanted) : null;
        }
        return method.getReturnType() == void.class ? null : of(method.getGenericReturnType());
    }

    /** Now and then the id of a user whom a store keeps itself. */
    private String word() {
        byte[] bytes = new byte[32];
        IntStream.range(0, bytes.length).forEach(place -> bytes[place] = (byte) random.nextInt(256));
        String hex = HexFormat.of().formatHex(bytes);
        return random.nextInt(6) == 0 ? "f:" + hex.substring(0, 8) + ":" + hex.substring(8, 16) : hex;
    }
}

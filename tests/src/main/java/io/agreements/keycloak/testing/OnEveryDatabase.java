package io.agreements.keycloak.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * Tests, or a class of them, about what is stored and asked of the database. A run on all databases passes them on each, and
 * every other class, to which the database makes no difference, on PostgreSQL alone.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag("every-database")
public @interface OnEveryDatabase {}

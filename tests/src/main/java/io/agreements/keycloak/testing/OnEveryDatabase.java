package io.agreements.keycloak.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * A class of tests about what is stored and asked of the database. A run on all databases passes it on each of them, and
 * every other class, to which the database makes no difference, on PostgreSQL alone.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("every-database")
public @interface OnEveryDatabase {}

package io.agreements.keycloak.rest;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.Arrays;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is wrong with a body, for whoever sent it: the field by its name, and what it has to be. Values are not repeated. */
final class SentFault {

    private static final int LONGEST_NAME = 100;
    private static final Pattern TWICE = Pattern.compile("Duplicate field '(.+?)'", Pattern.DOTALL);
    private static final String TRAILING = "Trailing token";

    private SentFault() {}

    static String words(JsonProcessingException fault) {
        Matcher twice = TWICE.matcher(fault.getOriginalMessage());
        if (twice.find()) {
            return name(twice.group(1)) + " is there more than once.";
        }
        if (fault instanceof UnrecognizedPropertyException unknown) {
            return "There is no field " + path(unknown) + ".";
        }
        if (fault instanceof MismatchedInputException mismatch) {
            return fault.getOriginalMessage().startsWith(TRAILING)
                    ? "There is something behind the JSON object."
                    : subject(mismatch) + " must be " + kind(mismatch.getTargetType()) + ".";
        }
        if (fault instanceof ValueInstantiationException refused
                && refused.getType().isEnumType()) {
            return subject(refused) + " must be " + kind(refused.getType().getRawClass()) + ".";
        }
        return fault instanceof JsonMappingException mapping
                        && !mapping.getPath().isEmpty()
                ? path(mapping) + " cannot be read."
                : "The body is not JSON" + place(fault.getLocation()) + ".";
    }

    private static String subject(JsonMappingException fault) {
        return fault.getPath().isEmpty() ? "The body" : path(fault);
    }

    /** Such as {@code attention[1].digest}. */
    private static String path(JsonMappingException fault) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference part : fault.getPath()) {
            if (part.getFieldName() == null) {
                path.append('[').append(part.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(part.getFieldName());
            }
        }
        return name(path.toString());
    }

    private static String name(String sent) {
        String line = sent.replaceAll("\\p{Cntrl}", " ");
        return line.length() > LONGEST_NAME ? line.substring(0, LONGEST_NAME) + "\u2026" : line;
    }

    private static String kind(Class<?> type) {
        if (type == null) {
            return "something else";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
            return "a whole number";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type == String.class) {
            return "a string";
        }
        return type.isArray() || Collection.class.isAssignableFrom(type) ? "a list" : "a JSON object";
    }

    private static String place(JsonLocation location) {
        return location == null ? "" : ": line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}

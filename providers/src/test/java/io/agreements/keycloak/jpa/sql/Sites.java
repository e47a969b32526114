package io.agreements.keycloak.jpa.sql;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Connection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Places in the product that make a query while it runs, or change one that has a name. */
final class Sites {

    private static final String OURS = "io.agreements.";
    private static final String TESTS = Sites.class.getPackageName() + ".";

    private final Set<String> reached = new TreeSet<>();

    /** Notes who called the method that calls this one. */
    void reach() {
        StackWalker.getInstance()
                .walk(frames ->
                        frames.filter(frame -> !isBetween(frame.getClassName())).findFirst())
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .ifPresent(frame -> reached.add(frame.getClassName() + ":" + frame.getLineNumber()));
    }

    Set<String> reached() {
        return reached;
    }

    private static boolean isBetween(String name) {
        return name.startsWith(TESTS) || name.contains("$Proxy") || name.startsWith("java.lang.");
    }

    /** All there are. */
    static Set<String> all() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(OURS + "keycloak", OURS + "proof");
        return classes.stream()
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(Sites::isOne)
                .map(call -> call.getOriginOwner().getName() + ":" + call.getLineNumber())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isOne(JavaCall<?> call) {
        JavaClass owner = call.getTargetOwner();
        String name = call.getName();
        if (owner.isAssignableTo(EntityManager.class)) {
            return name.startsWith("create") && name.endsWith("Query") && !name.equals("createNamedQuery");
        } else if (owner.isAssignableTo(Connection.class)) {
            return name.startsWith("prepare") || name.equals("createStatement");
        }
        return owner.isAssignableTo(Query.class) && name.equals("setLockMode");
    }
}

package io.agreements.keycloak;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.ANONYMOUS_CLASSES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.ENUMS;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.RECORDS;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import jakarta.ws.rs.HttpMethod;
import java.time.Clock;
import java.util.Calendar;
import java.util.Date;
import org.keycloak.common.util.Time;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

@AnalyzeClasses(packagesOf = ServerClock.class, importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {

    private static final String ROOT = "io.agreements.keycloak";

    @ArchTest
    static final ArchRule dependenciesRunOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("time")
            .definedBy(ROOT)
            .layer("compatibility")
            .definedBy(ROOT + ".compatibility..")
            .layer("task")
            .definedBy(ROOT + ".task..")
            .layer("ledger")
            .definedBy(ROOT + ".ledger..")
            .layer("agreement")
            .definedBy(ROOT + ".agreement..")
            .layer("acceptance")
            .definedBy(ROOT + ".acceptance..")
            .layer("account")
            .definedBy(ROOT + ".account..")
            .layer("statistics")
            .definedBy(ROOT + ".statistics..")
            .layer("conduct")
            .definedBy(ROOT + ".conduct..")
            .layer("disclosure")
            .definedBy(ROOT + ".disclosure..")
            .layer("audit")
            .definedBy(ROOT + ".audit..")
            .layer("page")
            .definedBy(ROOT + ".page..")
            .layer("setup")
            .definedBy(ROOT + ".setup..")
            .layer("flow")
            .definedBy(ROOT + ".flow..")
            .layer("event")
            .definedBy(ROOT + ".event..")
            .layer("rest")
            .definedBy(ROOT + ".rest..")
            .optionalLayer("token")
            .definedBy(ROOT + ".token..")
            .layer("jpa")
            .definedBy(ROOT + ".jpa..")
            .whereLayer("time")
            .mayNotAccessAnyLayer()
            .whereLayer("compatibility")
            .mayNotAccessAnyLayer()
            .whereLayer("task")
            .mayOnlyAccessLayers("time")
            .whereLayer("ledger")
            .mayOnlyAccessLayers("time", "task")
            .whereLayer("agreement")
            .mayOnlyAccessLayers("time", "ledger")
            .whereLayer("acceptance")
            .mayOnlyAccessLayers("time", "ledger", "agreement")
            .whereLayer("account")
            .mayOnlyAccessLayers("time", "task", "ledger", "agreement", "acceptance", "page")
            .whereLayer("statistics")
            .mayOnlyAccessLayers("time", "ledger", "agreement")
            .whereLayer("conduct")
            .mayOnlyAccessLayers("time", "ledger", "agreement", "acceptance", "account", "page")
            .whereLayer("disclosure")
            .mayOnlyAccessLayers("time", "ledger", "agreement", "acceptance", "account", "page")
            .whereLayer("audit")
            .mayOnlyAccessLayers("time", "ledger", "agreement", "statistics", "conduct", "page")
            .whereLayer("setup")
            .mayOnlyAccessLayers("time", "ledger", "agreement", "acceptance", "account", "conduct", "page")
            .whereLayer("page")
            .mayOnlyAccessLayers("time", "ledger", "agreement", "acceptance")
            .whereLayer("flow")
            .mayOnlyAccessLayers("time", "ledger", "agreement", "acceptance", "account", "conduct", "page", "setup")
            .whereLayer("event")
            .mayOnlyAccessLayers(
                    "time", "ledger", "agreement", "acceptance", "account", "conduct", "statistics", "page")
            .whereLayer("rest")
            .mayOnlyAccessLayers(
                    "time",
                    "task",
                    "ledger",
                    "agreement",
                    "acceptance",
                    "account",
                    "conduct",
                    "page",
                    "disclosure",
                    "statistics",
                    "audit",
                    "setup")
            .whereLayer("token")
            .mayOnlyAccessLayers("time", "ledger", "agreement", "acceptance", "account", "conduct", "page")
            .whereLayer("jpa")
            .mayOnlyAccessLayers(
                    "time",
                    "task",
                    "ledger",
                    "agreement",
                    "acceptance",
                    "account",
                    "conduct",
                    "disclosure",
                    "statistics",
                    "audit",
                    "setup")
            .ensureAllClassesAreContainedInArchitecture();

    @ArchTest
    static final ArchRule nobodyImportsJpa = isImportedByNobody("jpa");

    @ArchTest
    static final ArchRule nobodyImportsRest = isImportedByNobody("rest");

    @ArchTest
    static final ArchRule nobodyImportsFlow = isImportedByNobody("flow");

    @ArchTest
    static final ArchRule nobodyImportsCompatibility = isImportedByNobody("compatibility");

    /** It has to load and speak in a Keycloak in which hardly anything else of the product does. */
    @ArchTest
    static final ArchRule compatibilityNeedsHardlyAnything = classes()
            .that()
            .resideInAPackage(ROOT + ".compatibility..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + ".compatibility..",
                    "java..",
                    "org.jboss.logging..",
                    "org.keycloak",
                    "org.keycloak.common",
                    "org.keycloak.models",
                    "org.keycloak.provider");

    @ArchTest
    static final ArchRule roomsOfFlowHaveNoCircles =
            slices().matching(ROOT + ".flow.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule roomsOfRestForAdministratorsHaveNoCircles =
            slices().matching(ROOT + ".rest.admin.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule roomsOfSetupHaveNoCircles =
            slices().matching(ROOT + ".setup.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule roomsOfAcceptanceHaveNoCircles =
            slices().matching(ROOT + ".acceptance.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule roomsOfTheLedgerHaveNoCircles =
            slices().matching(ROOT + ".ledger.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule roomsOfAgreementHaveNoCircles =
            slices().matching(ROOT + ".agreement.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule roomsOfTheLogHaveNoCircles =
            slices().matching(ROOT + ".ledger.log.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule roomsOfJpaHaveNoCircles =
            slices().matching(ROOT + ".jpa.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule roomsOfJpaForTheLedgerHaveNoCircles =
            slices().matching(ROOT + ".jpa.ledger.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothingIsPublicWithoutNeed = classes()
            .that()
            .arePublic()
            .and(are(not(RECORDS.or(ENUMS).or(INTERFACES))))
            .and(are(not(extensionPoints())))
            .and(are(not(assignableTo(Throwable.class))))
            .and(are(not(jaxRsResources())))
            .and(are(not(programs())))
            .should(beUsedInAnotherPackage());

    @ArchTest
    static final ArchRule nothingIsMadeToBeExtended = classes()
            .that()
            .areNotInterfaces()
            .and(are(not(ENUMS.or(ANONYMOUS_CLASSES).or(annotatedWith(Entity.class)))))
            .and()
            .doNotHaveModifier(JavaModifier.ABSTRACT)
            .should()
            .haveModifier(JavaModifier.FINAL);

    @ArchTest
    static final ArchRule thereIsNoStaticStateButConstants =
            fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule timeIsToldByTheClockOfTheServerOnly =
            noClasses().should().accessTargetWhere(aClockOfItsOwn());

    private static ArchRule isImportedByNobody(String name) {
        String inside = ROOT + "." + name + "..";
        return noClasses()
                .that()
                .resideOutsideOfPackage(inside)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(inside);
    }

    private static DescribedPredicate<JavaClass> extensionPoints() {
        return assignableTo(Provider.class)
                .or(assignableTo(ProviderFactory.class))
                .or(assignableTo(Spi.class))
                .as("extension points of Keycloak");
    }

    private static DescribedPredicate<JavaClass> jaxRsResources() {
        return describe(
                "JAX-RS resources",
                type -> type.getMethods().stream().anyMatch(method -> method.isMetaAnnotatedWith(HttpMethod.class)));
    }

    private static DescribedPredicate<JavaClass> programs() {
        return describe(
                "programs the build runs",
                type -> type.tryGetMethod("main", String[].class).isPresent());
    }

    private static ArchCondition<JavaClass> beUsedInAnotherPackage() {
        return new ArchCondition<>("be used in another package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean used = type.getDirectDependenciesToSelf().stream()
                        .anyMatch(dependency ->
                                !dependency.getOriginClass().getPackageName().equals(type.getPackageName()));
                events.add(new SimpleConditionEvent(
                        type, used, type.getName() + (used ? " is" : " is not") + " used in another package"));
            }
        };
    }

    private static DescribedPredicate<JavaAccess<?>> aClockOfItsOwn() {
        return describe("it tells the time by a clock of its own", access -> {
            JavaClass owner = access.getTargetOwner();
            String name = access.getTarget().getName();
            return owner.isEquivalentTo(System.class) && (name.equals("currentTimeMillis") || name.equals("nanoTime"))
                    || owner.isEquivalentTo(Clock.class) && (name.startsWith("system") || name.startsWith("tick"))
                    || owner.getPackageName().startsWith("java.time")
                            && name.equals("now")
                            && !takes(access, Clock.class)
                    || owner.isEquivalentTo(Date.class) && name.equals("<init>") && takesNothing(access)
                    || owner.isAssignableTo(Calendar.class)
                    || owner.isEquivalentTo(Time.class)
                            && !access.getOriginOwner().isEquivalentTo(ServerClock.class);
        });
    }

    private static boolean takes(JavaAccess<?> access, Class<?> parameter) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(parameter));
    }

    private static boolean takesNothing(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getRawParameterTypes().isEmpty();
    }
}

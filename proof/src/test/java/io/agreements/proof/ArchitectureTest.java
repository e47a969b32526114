package io.agreements.proof;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.ANONYMOUS_CLASSES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.ENUMS;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Calendar;
import java.util.Date;

@AnalyzeClasses(packages = "io.agreements.proof", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {

    private static final String ROOT = "io.agreements.proof";

    /** Whoever checks a proof has this module, Java and nothing else. */
    @ArchTest
    static final ArchRule nothingOfKeycloakIsHere = classes()
            .that()
            .resideOutsideOfPackages(ROOT + ".canonical..", ROOT + ".time..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(ROOT + "..", "java..");

    @ArchTest
    static final ArchRule theCanonicalFormNeedsOneLibrary = classes()
            .that()
            .resideInAPackage(ROOT + ".canonical..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(ROOT + "..", "java..", "javax.crypto..", "org.erdtman..");

    @ArchTest
    static final ArchRule timeStampsNeedOneLibrary = classes()
            .that()
            .resideInAPackage(ROOT + ".time..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(ROOT + "..", "java..", "org.bouncycastle..");

    @ArchTest
    static final ArchRule dependenciesRunOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("reading")
            .definedBy(ROOT)
            .optionalLayer("canonical")
            .definedBy(ROOT + ".canonical..")
            .optionalLayer("merkle")
            .definedBy(ROOT + ".merkle..")
            .optionalLayer("note")
            .definedBy(ROOT + ".note..")
            .optionalLayer("time")
            .definedBy(ROOT + ".time..")
            .optionalLayer("log")
            .definedBy(ROOT + ".log..")
            .optionalLayer("receipt")
            .definedBy(ROOT + ".receipt..")
            .optionalLayer("ledger")
            .definedBy(ROOT + ".ledger")
            .optionalLayer("database")
            .definedBy(ROOT + ".ledger.database..")
            .optionalLayer("export")
            .definedBy(ROOT + ".ledger.export..")
            .optionalLayer("outcome")
            .definedBy(ROOT + ".ledger.outcome..")
            .optionalLayer("check")
            .definedBy(ROOT + ".ledger.check..")
            .optionalLayer("cli")
            .definedBy(ROOT + ".cli..")
            .whereLayer("reading")
            .mayNotAccessAnyLayer()
            .whereLayer("canonical")
            .mayOnlyAccessLayers("reading")
            .whereLayer("merkle")
            .mayOnlyAccessLayers("reading")
            .whereLayer("note")
            .mayOnlyAccessLayers("reading")
            .whereLayer("time")
            .mayOnlyAccessLayers("reading")
            .whereLayer("log")
            .mayOnlyAccessLayers("reading", "merkle", "note")
            .whereLayer("receipt")
            .mayOnlyAccessLayers("reading", "canonical", "merkle", "note", "time", "log")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("ledger")
            .mayOnlyAccessLayers("reading", "canonical", "merkle", "note", "log")
            .whereLayer("database")
            .mayOnlyAccessLayers("reading", "canonical", "ledger")
            .whereLayer("export")
            .mayOnlyAccessLayers("reading", "canonical", "log", "ledger")
            .whereLayer("outcome")
            .mayOnlyAccessLayers("ledger")
            .whereLayer("check")
            .mayOnlyAccessLayers("reading", "canonical", "merkle", "note", "time", "log", "ledger", "outcome")
            .ensureAllClassesAreContainedInArchitecture();

    @ArchTest
    static final ArchRule roomsOfTheVerifierHaveNoCircles =
            slices().matching(ROOT + ".ledger.check.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothingIsMadeToBeExtended = classes()
            .that()
            .areNotInterfaces()
            .and(are(not(ENUMS.or(ANONYMOUS_CLASSES))))
            .and()
            .doNotHaveModifier(JavaModifier.ABSTRACT)
            .should()
            .haveModifier(JavaModifier.FINAL);

    @ArchTest
    static final ArchRule thereIsNoStaticStateButConstants =
            fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule timeIsTold =
            noClasses().that().resideOutsideOfPackage(ROOT + ".cli..").should().accessTargetWhere(aClockOfItsOwn());

    private static DescribedPredicate<JavaAccess<?>> aClockOfItsOwn() {
        return describe("it tells the time by a clock of its own", access -> {
            JavaClass owner = access.getTargetOwner();
            String name = access.getTarget().getName();
            return owner.isEquivalentTo(System.class) && (name.equals("currentTimeMillis") || name.equals("nanoTime"))
                    || owner.isEquivalentTo(Clock.class) && (name.startsWith("system") || name.startsWith("tick"))
                    || owner.getPackageName().startsWith("java.time") && name.equals("now")
                    || owner.isEquivalentTo(Date.class) && name.equals("<init>")
                    || owner.isAssignableTo(Calendar.class);
        });
    }
}

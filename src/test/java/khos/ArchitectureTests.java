package khos;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;

@AnalyzeClasses(packages = "khos", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {
    @ArchTest
    static final ArchRule theScriptLibraryIsPlainJava = classes()
            .that()
            .resideInAPackage("khos.mongolian")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "khos.mongolian", "org.jspecify..", "org.springframework.modulith");

    @ArchTest
    static final ArchRule languagesArePlainJavaWithIcu = classes()
            .that()
            .resideInAPackage("khos.language")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javax.xml.stream..",
                    "com.ibm.icu..",
                    "khos.mongolian",
                    "khos.language",
                    "org.jspecify..",
                    "org.springframework.modulith");

    @ArchTest
    static final ArchRule onlyLanguagesSeeIcu = noClasses()
            .that()
            .resideOutsideOfPackage("khos.language")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.ibm.icu..");

    @ArchTest
    static final ArchRule textEnginesKnowNoSpringAndNoDatabase = noClasses()
            .that()
            .resideInAnyPackage("khos.analysis", "khos.markdown")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.sql..",
                    "org.springframework.jdbc..",
                    "org.springframework.context..",
                    "org.springframework.web..");

    @ArchTest
    static final ArchRule onlyRepositoriesSpeakSql = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Repository")
            .and()
            .resideOutsideOfPackage("khos.storage")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.jdbc..", "java.sql..");

    @ArchTest
    static final ArchRule repositoriesAreHidden =
            classes().that().haveSimpleNameEndingWith("Repository").should().bePackagePrivate();

    @ArchTest
    static final ArchRule onlyTheWorkbenchSeesVaadin = noClasses()
            .that()
            .resideOutsideOfPackage("khos.workbench")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.vaadin..");

    @ArchTest
    static final ArchRule theWorkbenchShowsNoTypes = classes()
            .that()
            .resideInAPackage("khos.workbench")
            .and()
            .areTopLevelClasses()
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .bePackagePrivate()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule onlySearchingRoomsSeeLucene = noClasses()
            .that()
            .resideOutsideOfPackages("khos.analysis", "khos.memory", "khos.search", "khos.bench")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.lucene..");

    /** Each of these makes Vaadin build its own front-end bundle, which needs Node and the network. */
    @ArchTest
    static final ArchRule nothingForcesAFrontendBuild = noClasses()
            .should()
            .beAnnotatedWith("com.vaadin.flow.component.dependency.NpmPackage")
            .orShould()
            .beAnnotatedWith("com.vaadin.flow.component.dependency.CssImport")
            .orShould()
            .beAnnotatedWith("com.vaadin.flow.component.dependency.JavaScript");

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields = GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule nothingPrintsToTheStandardStreams = noClasses()
            .that()
            .resideOutsideOfPackage("khos.console")
            .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);
}

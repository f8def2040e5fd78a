package io.kanilint;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rooms of the house, and who may enter which. A room that is not built yet breaks no rule. */
class HouseTest {
    /** Top to bottom. A room uses the rooms named beside it and nothing else of ours, so there can be no cycle. */
    private static final List<Room> ROOMS = List.of(
            room("cli", "report lint rules fix finding kaniko pipeline shell yaml text"),
            room("doctor", "delivery review gitlab"),
            room("dashboard", "access delivery command review gitlab report lint rules finding text"),
            room("access", "gitlab"),
            room("delivery", "command review gitlab trace"),
            room("command", "review gitlab lint rules finding text"),
            room("review", "gitlab trace report lint rules fix finding kaniko pipeline shell yaml text"),
            room("gitlab", "trace"),
            room("trace", ""),
            // ──────── below this line: no Spring, no network, no database, no clock ────────
            room("report", "lint rules fix finding kaniko pipeline shell yaml text"),
            room("lint", "rules fix finding kaniko pipeline shell yaml text"),
            room("rules", "fix finding kaniko pipeline shell yaml text"),
            room("fix", "finding kaniko pipeline shell yaml text"),
            room("finding", "kaniko pipeline shell yaml text"),
            room("kaniko", "pipeline shell text"),
            room("pipeline", "yaml text"),
            room("shell", "text"),
            room("yaml", "text"),
            room("text", ""));

    private static final String[] BELOW_THE_LINE =
            packages("report lint rules fix finding kaniko pipeline shell yaml text");

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.kanilint");

    private record Room(String name, List<String> mayUse) {
        String path() {
            return "io.kanilint." + name;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Room> rooms() {
        return ROOMS.stream();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomUsesOnlyTheRoomsItMayUse(Room room) {
        var allowed = new ArrayList<>(room.mayUse());
        allowed.add(room.name());
        check(noClasses()
                .that()
                .resideInAPackage(room.path())
                .should()
                .dependOnClassesThat(resideInAPackage("io.kanilint..")
                        .and(not(resideInAnyPackage(packages(String.join(" ", allowed)))))
                        .as("live outside of " + allowed)));
    }

    @Test
    void theListRunsFromTopToBottom() {
        for (int i = 0; i < ROOMS.size(); i++) {
            var below = ROOMS.subList(i + 1, ROOMS.size()).stream().map(Room::name);
            assertThat(below)
                    .as("rooms below " + ROOMS.get(i))
                    .containsAll(ROOMS.get(i).mayUse());
        }
    }

    @Test
    void everyClassIsInARoom() {
        var known = Stream.concat(Stream.of("io.kanilint"), ROOMS.stream().map(Room::path));
        check(classes().should().resideInAnyPackage(known.toArray(String[]::new)));
    }

    @Test
    void theCoreKnowsNoSpringNoNetworkAndNoDatabase() {
        check(noClasses()
                .that()
                .resideInAnyPackage(BELOW_THE_LINE)
                .should()
                .dependOnClassesThat(spring().or(network()).or(database())));
    }

    @Test
    void theCoreReadsNoClock() {
        check(noClasses()
                .that()
                .resideInAnyPackage(BELOW_THE_LINE)
                .should()
                .dependOnClassesThat(belongToAnyOf(Clock.class, InstantSource.class, Date.class, Calendar.class))
                .orShould()
                .accessTargetWhere(describe("the time is asked for", HouseTest::asksForTheTime)));
    }

    @Test
    void theCommandLineKnowsNoSpringNoNetworkAndNoDatabase() {
        check(noClasses()
                .that()
                .resideInAPackage("io.kanilint.cli")
                .should()
                .dependOnClassesThat(spring().or(network()).or(database())));
    }

    @Test
    void onlyOneRoomKnowsEachForeignLibrary() {
        check(onlyRoomThatKnows("gitlab", "org.gitlab4j.."));
        check(onlyRoomThatKnows("yaml", "org.yaml.snakeyaml.."));
    }

    private static ArchRule onlyRoomThatKnows(String room, String library) {
        return noClasses()
                .that()
                .resideOutsideOfPackage("io.kanilint." + room)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }

    private static boolean asksForTheTime(JavaAccess<?> access) {
        var owner = access.getTargetOwner().getName();
        return switch (access.getName()) {
            case "now" -> owner.startsWith("java.time.");
            case "currentTimeMillis", "nanoTime" -> owner.equals("java.lang.System");
            default -> false;
        };
    }

    private static DescribedPredicate<JavaClass> spring() {
        return resideInAPackage("org.springframework..").as("are Spring's");
    }

    private static DescribedPredicate<JavaClass> network() {
        // URI and the coders are text; everything else in java.net can reach out
        var text = Set.of("java.net.URI", "java.net.URISyntaxException", "java.net.URLEncoder", "java.net.URLDecoder");
        return resideInAnyPackage("java.net..", "javax.net..", "java.nio.channels..", "jakarta.ws.rs..")
                .and(not(describe("text", (JavaClass type) -> text.contains(type.getName()))))
                .as("are the network");
    }

    private static DescribedPredicate<JavaClass> database() {
        return resideInAnyPackage("java.sql..", "javax.sql..", "org.h2..", "org.postgresql..", "org.flywaydb..")
                .as("are a database");
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(MAIN);
    }

    private static Room room(String name, String mayUse) {
        return new Room(name, mayUse.isEmpty() ? List.of() : List.of(mayUse.split(" ")));
    }

    private static String[] packages(String names) {
        return Stream.of(names.split(" ")).map(name -> "io.kanilint." + name).toArray(String[]::new);
    }
}

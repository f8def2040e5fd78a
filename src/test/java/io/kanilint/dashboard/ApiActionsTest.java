package io.kanilint.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kanilint.Database;
import io.kanilint.RunningService;
import io.kanilint.SharedService;
import io.kanilint.access.Account;
import io.kanilint.access.Role;
import io.kanilint.demo.Seed;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What administrators' programs do, and that it is in the audit log. */
class ApiActionsTest {
    @ParameterizedTest
    @EnumSource
    void aFindingIsPutAsideTakenBackAndCheckedAgain(Database database) {
        var service = SharedService.on(database);
        var mergeRequest = SharedService.adding(Seed.CI_FILE);
        service.review(mergeRequest, "open");
        Program admin = Program.administrator(service, true);
        long id = service.database()
                .sql("SELECT min(id) FROM finding WHERE project_id = ?")
                .param(mergeRequest.project().id())
                .query(Long.class)
                .single();
        String finding = "/api/v1/findings/" + id;

        JsonNode ignored = admin.posted(finding + "/ignore", "{\"reason\": \" We <live> with it. \"}");
        assertThat(ignored.path("state").asString()).isEqualTo("ignored");
        assertThat(ignored.at("/dismissal/reason").asString()).isEqualTo("We <live> with it.");
        assertThat(ignored.at("/dismissal/by").asString()).isEqualTo("ada");
        service.settle(mergeRequest);
        assertThat(mergeRequest.threads().getFirst().resolved()).isTrue();
        JsonNode alarm = admin.posted(finding + "/false-alarm", "{\"reason\": \"One executor.\"}");
        assertThat(alarm.at("/dismissal/kind").asString()).isEqualTo("false_alarm");
        JsonNode back = admin.posted(finding + "/take-back", "");
        assertThat(back.path("state").asString()).isEqualTo("open");
        assertThat(back.has("dismissal")).isFalse();
        Program.problem(admin.post(finding + "/take-back", ""), 409);
        service.settle(mergeRequest);
        int looks = service.outcomes(mergeRequest).size();
        admin.posted(finding + "/check-again", "");
        service.settle(mergeRequest);
        assertThat(service.outcomes(mergeRequest)).hasSize(looks + 1);
        assertThat(audited(service, "finding " + id + ":%"))
                .containsExactly("ignore", "false_alarm", "take_back", "check_again");
    }

    @ParameterizedTest
    @EnumSource
    void aDeliveryIsWorkedOffAgain(Database database) {
        var service = SharedService.on(database);
        var mergeRequest = SharedService.adding(Seed.CI_FILE);
        service.review(mergeRequest, "open");
        Program admin = Program.administrator(service, true);
        long id = admin.all(
                        "/api/v1/deliveries?project=" + mergeRequest.project().id())
                .getFirst();

        JsonNode queued = admin.posted("/api/v1/deliveries/" + id + "/redeliver", "");
        service.settle(mergeRequest);

        assertThat(queued.path("verdict").asString()).isEqualTo("queued");
        assertThat(admin.json("/api/v1/deliveries/" + id).path("verdict").asString())
                .isEqualTo("reviewed");
        assertThat(service.outcomes(mergeRequest)).containsExactly("reviewed", "reviewed");
        assertThat(audited(service, "delivery " + id)).containsExactly("redeliver");
    }

    @ParameterizedTest
    @EnumSource
    void withoutARecordNothingIsDoneWithADelivery(Database database) {
        var service = SharedService.on(database);
        var mergeRequest = SharedService.adding(Seed.CI_FILE);
        service.review(mergeRequest, "open");
        long id = Program.administrator(service, false)
                .all("/api/v1/deliveries?project=" + mergeRequest.project().id())
                .getFirst();
        Delivery delivery =
                service.bean(DeliveryQueries.class).find(id).orElseThrow().delivery();
        var account = new Account(Account.LOCAL, "admin", Role.ADMINISTRATOR);
        JdbcClient jdbc = service.database();
        jdbc.sql("ALTER TABLE audit_entry ADD CONSTRAINT refusing CHECK (address <> '192.0.2.99')")
                .update();
        try {
            assertThatThrownBy(() -> service.bean(DeliveryActions.class).again(delivery, account, "192.0.2.99"))
                    .isInstanceOf(DataIntegrityViolationException.class);
        } finally {
            jdbc.sql("ALTER TABLE audit_entry DROP CONSTRAINT refusing").update();
        }
        assertThat(jdbc.sql("SELECT verdict FROM delivery WHERE id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("reviewed");
    }

    @ParameterizedTest
    @EnumSource
    void whatWasNotPutAsideIsNotTakenBack(Database database) {
        var service = SharedService.on(database);
        var rows = new FindingRows(service);
        rows.project(1, "images");
        rows.mergeRequest(1, 7, "main", "opened");
        long id = rows.add(1, 7, "one");
        Program.problem(Program.administrator(service, true).post("/api/v1/findings/" + id + "/take-back", ""), 409);
        Visitor visitor = Visitor.administrator(service);

        assertThat(visitor.post("/findings/" + id + "/take-back", "").statusCode())
                .isEqualTo(302);

        assertThat(visitor.page("/findings/" + id))
                .contains("Nothing was done.")
                .doesNotContain("counts again.");
        assertThat(service.database()
                        .sql("SELECT count(*) FROM audit_entry WHERE subject LIKE ?")
                        .param("finding " + id + ":%")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static List<String> audited(RunningService service, String subject) {
        return service.database()
                .sql("SELECT action FROM audit_entry WHERE subject LIKE ? AND who = 'ada' ORDER BY id")
                .param(subject)
                .query(String.class)
                .list();
    }
}

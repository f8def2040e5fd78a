package io.kanilint.standin;

import static io.kanilint.standin.Calls.any;
import static io.kanilint.standin.Calls.calls;
import static io.kanilint.standin.Calls.writes;
import static io.kanilint.standin.Times.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultsTest {

    private final Scenario scenario = new Scenario();
    private final StandInGitLab gitlab = scenario.gitlab;
    private final Client client = scenario.client;

    @AfterEach
    void stop() {
        scenario.close();
    }

    @Test
    void aFaultHappensAsOftenAsAskedFor() throws Exception {
        gitlab.fail(times(2), any()).with(503);
        assertThat(client.get("/user").status()).isEqualTo(503);
        assertThat(client.get("/version").status()).isEqualTo(503);
        assertThat(client.get("/user").status()).isEqualTo(200);
    }

    @Test
    void aFaultCanBeForSomeCallsOnly() throws Exception {
        gitlab.fail(times(1), calls("GET", "/diffs")).with(500);
        gitlab.fail(times(1), writes()).with(502);
        assertThat(client.get("/user").status()).isEqualTo(200);
        assertThat(client.get(scenario.path + "/diffs").status()).isEqualTo(500);
        assertThat(client.send("POST", scenario.path + "/notes", Map.of("body", "Hi"))
                        .status())
                .isEqualTo(502);
        assertThat(scenario.mr.notes()).isEmpty();
    }

    @Test
    void theThrottleAnswersInPlainTextAndSaysWhenToComeBack() throws Exception {
        gitlab.fail(times(1), any()).rateLimited(Duration.ofSeconds(1));
        var reply = client.get("/user");
        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.body()).isEqualTo("Retry later\n");
        assertThat(reply.header("Retry-After")).isEqualTo("1");
    }

    @Test
    void aLostReplyIsDoneNevertheless() {
        gitlab.loseTheReplyTo("POST", "/notes");
        assertThatThrownBy(() -> client.send("POST", scenario.path + "/notes", Map.of("body", "Hi")))
                .isInstanceOf(IOException.class);
        assertThat(scenario.mr.notes()).hasSize(1);
        assertThat(gitlab.calls(calls("POST", "/notes"))).last().returns(0, Call::status);
    }

    @Test
    void aResetConnectionDidNothing() {
        gitlab.fail(times(2), calls("POST", "/notes")).withConnectionReset();
        assertThatThrownBy(() -> client.send("POST", scenario.path + "/notes", Map.of("body", "Hi")))
                .isInstanceOf(IOException.class);
        assertThat(scenario.mr.notes()).isEmpty();
    }

    @Test
    void aPausedCallWaitsUntilItIsResumed() throws Exception {
        var gate = gitlab.pauseAt("GET", "/merge_requests/");
        var answer = CompletableFuture.supplyAsync(this::read);
        gate.awaitCall(Duration.ofSeconds(10));
        assertThat(answer).isNotDone();
        gitlab.resume();
        assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(200);
    }

    @Test
    void aCallCanBeHeldAfterItWasDone() throws Exception {
        var gate = gitlab.pauseAfter("POST", "/notes");
        var answer = CompletableFuture.supplyAsync(() -> {
            try {
                return client.send("POST", scenario.path + "/notes", Map.of("body", "Hi"))
                        .status();
            } catch (IOException failure) {
                return 0;
            }
        });
        gate.awaitCall(Duration.ofSeconds(10));
        assertThat(scenario.mr.notes()).hasSize(1);
        gitlab.resume();
        assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(201);
    }

    @Test
    void aHangingCallIsDoneInTheEnd() throws Exception {
        gitlab.fail(times(1), any()).hangingFor(Duration.ofMillis(20));
        assertThat(client.get("/user").status()).isEqualTo(200);
    }

    @Test
    void aCallThatIsCutOffIsDoneLater() {
        gitlab.fail(times(1), calls("POST", "/notes")).cutOffAndDoneAfter(Duration.ofMillis(200));
        assertThatThrownBy(() -> client.send("POST", scenario.path + "/notes", Map.of("body", "Hi")))
                .isInstanceOf(IOException.class);
        assertThat(scenario.mr.notes()).isEmpty();
        await().until(() -> scenario.mr.notes().size() == 1);
    }

    @Test
    void aCallWhoseAnswerIsCutIsDone() throws Exception {
        gitlab.fail(times(1), any()).cuttingTheAnswer();
        assertThatThrownBy(() -> client.get("/user")).isInstanceOf(IOException.class);
        assertThat(gitlab.calls()).singleElement().hasToString("GET /api/v4/user → 200");
    }

    @Test
    void everyCallIsWrittenDown() throws Exception {
        client.get("/user");
        client.get("/projects/none");
        assertThat(gitlab.calls())
                .extracting(Call::toString)
                .containsExactly("GET /api/v4/user → 200", "GET /api/v4/projects/none → 404");
    }

    private int read() {
        try {
            return client.get(scenario.path).status();
        } catch (IOException failure) {
            return 0;
        }
    }
}

package io.kanilint.standin;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** The door: gates and faults first, then the API or the page; every call is written down. */
final class Front implements ResponseDefinitionTransformerV2 {

    final Faults faults = new Faults();
    final List<Gate> gates = new CopyOnWriteArrayList<>();
    final List<Call> calls = new CopyOnWriteArrayList<>();
    final CountDownLatch closed = new CountDownLatch(1);
    private final World world;
    private final Api api;
    private final MergeRequestPage page;

    Front(World world, Api api, MergeRequestPage page) {
        this.world = world;
        this.api = api;
        this.page = page;
    }

    @Override
    public String getName() {
        return "gitlab";
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        var incoming = Incoming.of(event.getRequest());
        String url = event.getRequest().getUrl();
        gates.forEach(gate -> gate.pass(incoming.method(), url, false));
        var fault = faults.take(incoming.method(), url);
        if (fault.orElse(null) instanceof Fault.Hang(var time)) {
            Gate.await(closed, time);
        }
        if (fault.orElse(null) instanceof Fault.CutOff(var time)) {
            Thread.ofVirtual().start(() -> {
                Gate.await(closed, time);
                process(incoming);
            });
            calls.add(new Call(incoming.method(), url, incoming.body(), 0));
            return broken(com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER);
        }
        var instead = fault.flatMap(Front::instead);
        boolean cut = fault.filter(one -> one instanceof Fault.Reset || one instanceof Fault.LostReply)
                .isPresent();
        boolean undone = instead.isPresent()
                || fault.filter(Fault.Reset.class::isInstance).isPresent();
        var answer = undone ? instead.orElseGet(Answer::noContent) : process(incoming);
        gates.forEach(gate -> gate.pass(incoming.method(), url, true));
        calls.add(new Call(incoming.method(), url, incoming.body(), cut ? 0 : answer.status()));
        if (fault.orElse(null) instanceof Fault.CutAnswer) {
            return broken(com.github.tomakehurst.wiremock.http.Fault.MALFORMED_RESPONSE_CHUNK);
        }
        return cut ? broken(com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER) : wire(answer);
    }

    private Answer process(Incoming incoming) {
        try {
            return incoming.path().startsWith(Api.PREFIX + "/")
                    ? world.locked(() -> api.answer(incoming))
                    : page.answer(incoming);
        } catch (RuntimeException broken) {
            broken.printStackTrace();
            return Answer.json(500, Json.object("message", "500 Internal Server Error", "standin", broken.toString()));
        }
    }

    private static Optional<Answer> instead(Fault fault) {
        return switch (fault) {
            case Fault.Status(var status) -> Optional.of(Answer.of(status, "text/html", "<h1>" + status + "</h1>"));
            case Fault.RateLimit(var wait) -> Optional.of(throttled(wait));
            case Fault.Reset _, Fault.Hang _, Fault.CutOff _, Fault.LostReply _, Fault.CutAnswer _ -> Optional.empty();
        };
    }

    private static Answer throttled(Duration wait) {
        return Answer.of(429, "text/plain", "Retry later\n")
                .with("Retry-After", wait.toSeconds())
                .with("RateLimit-Limit", 60)
                .with("RateLimit-Name", "throttle_authenticated_api")
                .with("RateLimit-Observed", 61)
                .with("RateLimit-Remaining", 0)
                .with("RateLimit-Reset", Instant.now().plus(wait).getEpochSecond());
    }

    private static ResponseDefinition wire(Answer answer) {
        var response =
                new ResponseDefinitionBuilder().withStatus(answer.status()).withBody(answer.body());
        answer.headers().forEach(response::withHeader);
        return response.build();
    }

    private static ResponseDefinition broken(com.github.tomakehurst.wiremock.http.Fault how) {
        return new ResponseDefinitionBuilder().withFault(how).build();
    }
}

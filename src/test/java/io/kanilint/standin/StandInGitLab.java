package io.kanilint.standin;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/**
 * A GitLab on a loopback port: REST API below {@code /api/v4}, and a page for every merge request under its web URL.
 * See the package for its vocabulary.
 */
public final class StandInGitLab implements AutoCloseable {

    private final World world = new World();
    private final Api api = new Api(world);
    private final MergeRequestPage page = new MergeRequestPage(world);
    private final Front front = new Front(world, api, page);
    private final WireMockServer server;

    private StandInGitLab(int port) {
        server = new WireMockServer(WireMockConfiguration.options()
                .bindAddress("127.0.0.1")
                .port(port)
                .containerThreads(60)
                .http2PlainDisabled(true)
                .gzipDisabled(true)
                .disableRequestJournal()
                .stubRequestLoggingDisabled(true)
                .extensions(front));
        server.stubFor(any(anyUrl()).willReturn(aResponse().withTransformers(front.getName())));
        server.start();
        world.url = "http://127.0.0.1:" + server.port();
    }

    public static StandInGitLab start() {
        return new StandInGitLab(0);
    }

    public static StandInGitLab start(int port) {
        return new StandInGitLab(port);
    }

    public String url() {
        return world.url;
    }

    /** The token of the bot's user: the only one that the API takes. */
    public String token() {
        return Api.TOKEN;
    }

    public User bot() {
        return world.bot;
    }

    /** Somebody by user name, made on first use. */
    public User user(String username) {
        return world.user(username);
    }

    /** The user of somebody else's access token, made on first use. */
    public User otherBot(String username) {
        return world.botUser(username);
    }

    /** Limits what the token may do: {@code read_api} can write nothing. */
    public void tokenScopes(String... scopes) {
        world.locked(() -> {
            world.scopes = List.of(scopes);
        });
    }

    /** The last day of the token. */
    public void tokenExpires(LocalDate day) {
        world.locked(() -> {
            world.tokenExpires = day;
        });
    }

    /** Makes this an old GitLab, which does not show a token to itself. */
    public void hideTheTokenFromItself() {
        world.locked(() -> {
            world.tokenTellsItself = false;
        });
    }

    /** Makes this an old GitLab, which takes no position on lines outside of the diff's hunks. */
    public void refuseLinesOutsideOfHunks() {
        world.locked(() -> {
            world.unfolds = false;
        });
    }

    /** A project by full path, made on first use: public, default branch {@code main}, the bot a developer. */
    public Project project(String path) {
        return world.locked(() -> world.project(path).orElseGet(() -> {
            var project = new Project(world, path);
            world.projects.add(project);
            return project;
        }));
    }

    /** Sends the Merge Request Hook of a new event as a project hook does; gives the HTTP status. */
    public int sendHook(URI uri, String secretToken, MergeRequest mr, String action) {
        mr.touch();
        return webhook(uri).withToken(secretToken).send("Merge Request Hook", mr.hookBody(action));
    }

    /** Sends a Note Hook for a comment; gives the HTTP status. */
    public int sendNoteHook(URI uri, String secretToken, MergeRequest mr, Note note) {
        return webhook(uri).withToken(secretToken).send("Note Hook", mr.noteHookBody(note));
    }

    /** Sends an Emoji Hook for a comment; gives the HTTP status. */
    public int sendEmojiHook(URI uri, String secretToken, MergeRequest mr, Note note, Emoji emoji) {
        String body = world.locked(() -> Json.write(HookJson.emoji(mr, note, emoji)));
        return webhook(uri).withToken(secretToken).send("Emoji Hook", body);
    }

    /** The names of the emoji on a comment, oldest first. */
    public List<String> emoji(MergeRequest mr, Note note) {
        return world.locked(() -> mr.threads.awards.getOrDefault(note.id(), List.of()).stream()
                .map(Threads.Award::name)
                .toList());
    }

    /** A hook without secret, for deliveries out of the ordinary. */
    public Webhook webhook(URI uri) {
        return new Webhook(url(), uri, null, null);
    }

    /** Called after somebody pressed "Apply suggestion" on the page, outside of any lock: the place to send the hook. */
    public void onApply(Consumer<MergeRequest> listener) {
        page.onApply(listener);
    }

    public Faults.Failing fail(Times times, Calls calls) {
        return front.faults.fail(times, calls);
    }

    /** The next such call is done, but its caller never hears of it. */
    public void loseTheReplyTo(String method, String urlPart) {
        fail(Times.times(1), Calls.calls(method, urlPart)).losingTheReply();
    }

    public void heal() {
        front.faults.clear();
    }

    /** Holds such calls before anything is done, until {@link #resume()}. */
    public Gate pauseAt(String method, String urlPart) {
        return gate(method, urlPart, false);
    }

    /** Holds such calls when they are done but not answered yet, until {@link #resume()}. */
    public Gate pauseAfter(String method, String urlPart) {
        return gate(method, urlPart, true);
    }

    public void resume() {
        front.gates.forEach(Gate::open);
        front.gates.clear();
    }

    /** Every call so far, in the order in which they ended. */
    public List<Call> calls() {
        return List.copyOf(front.calls);
    }

    public List<Call> calls(Calls kind) {
        return calls().stream()
                .filter(call -> kind.test(call.method(), call.path()))
                .toList();
    }

    public void forgetCalls() {
        front.calls.clear();
    }

    /** Calls to routes that this stand-in does not know: a test that sees one needs a better stand-in. */
    public List<String> unknownCalls() {
        return world.locked(() -> List.copyOf(api.unknown));
    }

    @Override
    public void close() {
        resume();
        front.closed.countDown();
        server.stop();
    }

    private Gate gate(String method, String urlPart, boolean afterwards) {
        var gate = new Gate(Calls.calls(method, urlPart), afterwards);
        front.gates.add(gate);
        return gate;
    }
}

package io.kanilint.dashboard;

import io.kanilint.RunningService;
import io.kanilint.access.Account;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/** Somebody who is signed in and looks at pages. */
final class FindingVisitor {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final RunningService service;
    private final String cookie;

    FindingVisitor(RunningService service, Account account) {
        this.service = service;
        this.cookie = "SESSION="
                + Base64.getEncoder()
                        .encodeToString(signIn(service.bean(JdbcIndexedSessionRepository.class), account)
                                .getBytes(StandardCharsets.UTF_8));
    }

    String cookie() {
        return cookie;
    }

    private static <S extends Session> String signIn(SessionRepository<S> sessions, Account account) {
        S session = sessions.createSession();
        session.setAttribute(
                "SPRING_SECURITY_CONTEXT",
                new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                        account, null, List.of(new SimpleGrantedAuthority("ROLE_" + account.role())))));
        sessions.save(session);
        return session.getId();
    }

    HttpResponse<String> get(String address, String... headers) throws IOException, InterruptedException {
        var request = request(address).GET();
        return CLIENT.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    /** Sends a form with the token of a page that was loaded before. */
    HttpResponse<String> post(String address, String reason) throws IOException, InterruptedException {
        var token = TOKEN.matcher(get("/findings").body());
        return post(address, reason, token.find() ? token.group(1) : "");
    }

    HttpResponse<String> post(String address, String reason, String token) throws IOException, InterruptedException {
        String form = "reason=" + URLEncoder.encode(reason, StandardCharsets.UTF_8) + "&_csrf=" + token;
        return CLIENT.send(
                request(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + service.port() + address))
                .header("Cookie", cookie);
    }
}

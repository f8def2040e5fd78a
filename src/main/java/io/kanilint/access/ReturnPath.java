package io.kanilint.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** The page that somebody wanted before he had to sign in: in a cookie, so that strangers make no sessions. */
@Component
class ReturnPath {
    private static final String COOKIE = "KANILINT_RETURN";
    private static final Duration KEPT = Duration.ofMinutes(15);

    /** One slash, then no second one and no backslash, which browsers take for one: else it names another host. */
    private static final Pattern OWN = Pattern.compile("/(?![/\\\\])[^\\\\\\p{Cntrl}]{0,1500}");

    private static final Pattern SIGNING_IN = Pattern.compile("/(login|logout|oauth2|error)([/?].*)?");

    private final PublicUrl publicUrl;

    ReturnPath(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** Notes the page that a request asks for: of what htmx fetches, the page around it; of a form, that it stands on. */
    void keep(HttpServletRequest request, HttpServletResponse response) {
        wanted(request)
                .filter(ReturnPath::own)
                .ifPresent(path -> response.addHeader(
                        HttpHeaders.SET_COOKIE,
                        cookie(Base64.getUrlEncoder().encodeToString(path.getBytes(StandardCharsets.UTF_8)), KEPT)));
    }

    /** The page to show now; it is asked for once. */
    String take(HttpServletRequest request, HttpServletResponse response) {
        Optional<String> kept = kept(request);
        kept.ifPresent(_ -> response.addHeader(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO)));
        return kept.flatMap(ReturnPath::decode).filter(ReturnPath::own).orElseGet(() -> request.getContextPath() + "/");
    }

    static boolean own(String path) {
        return OWN.matcher(path).matches() && !SIGNING_IN.matcher(path).matches();
    }

    static Optional<String> wanted(HttpServletRequest request) {
        if (htmx(request)) {
            return path(request.getHeader("HX-Current-URL"));
        }
        if (!request.getMethod().equals("GET")) {
            return path(request.getHeader(HttpHeaders.REFERER));
        }
        String query = request.getQueryString();
        return Optional.of(request.getRequestURI() + (query == null ? "" : "?" + query));
    }

    static boolean htmx(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request"));
    }

    private static Optional<String> path(@Nullable String url) {
        try {
            return Optional.ofNullable(url)
                    .map(URI::create)
                    .map(uri -> uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> kept(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst();
    }

    private static Optional<String> decode(String value) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private String cookie(String value, Duration age) {
        return ResponseCookie.from(COOKIE, value)
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .secure(publicUrl.secure())
                .maxAge(age)
                .build()
                .toString();
    }
}

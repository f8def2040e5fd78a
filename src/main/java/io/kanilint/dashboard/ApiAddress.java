package io.kanilint.dashboard;

import io.kanilint.access.PublicUrl;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Addresses of this service, as others reach it. */
@Component
record ApiAddress(PublicUrl publicUrl) {

    /** A page of the dashboard. */
    String page(String path) {
        return publicUrl.of(path);
    }

    /**
     * A page of a list, with the address of the next one if there is a cursor.
     *
     * @param path below the API's root
     * @param request the parameters that led to this page
     */
    <T> ResponseEntity<T> answer(T page, String path, Map<String, String> request, ApiCursor.Next next) {
        var answer = ResponseEntity.ok();
        if (next.cursor() != null) {
            var parameters = new LinkedHashMap<>(request);
            parameters.put("cursor", next.cursor());
            String address = publicUrl.of(ListAddress.of(ApiEndpoint.ROOT + path, parameters));
            answer.header(HttpHeaders.LINK, "<%s>; rel=\"next\"".formatted(address));
        }
        return answer.body(page);
    }
}

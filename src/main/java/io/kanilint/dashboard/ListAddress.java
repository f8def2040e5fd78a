package io.kanilint.dashboard;

import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/** The address of a list, narrowed by parameters. */
final class ListAddress {
    private ListAddress() {}

    static String of(String path, Map<String, String> parameters) {
        var address = UriComponentsBuilder.fromPath(path);
        parameters.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(parameters).toUriString();
    }
}

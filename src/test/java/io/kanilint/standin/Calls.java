package io.kanilint.standin;

import java.util.function.BiPredicate;

/** A kind of call, told by method and URL; the URL is as it is sent. */
@FunctionalInterface
public interface Calls extends BiPredicate<String, String> {

    static Calls any() {
        return (_, _) -> true;
    }

    /** Calls whose URL contains a text: {@code calls("POST", "/discussions")}. */
    static Calls calls(String method, String urlPart) {
        return (usedMethod, url) -> usedMethod.equals(method) && url.contains(urlPart);
    }

    /** Every call that changes something. */
    static Calls writes() {
        return (method, _) -> !method.equals("GET") && !method.equals("HEAD");
    }
}

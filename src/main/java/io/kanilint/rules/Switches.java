package io.kanilint.rules;

import java.util.Locale;
import java.util.Optional;

/** What people write to switch a flag on or off. */
final class Switches {
    private Switches() {}

    /** How Kaniko would have it: {@code true} or {@code false}, or as it stands if Kaniko takes that. */
    static Optional<String> meaning(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "yes", "y", "on", "enabled" -> Optional.of("true");
            case "no", "n", "off", "disabled" -> Optional.of("false");
            case "true", "t", "1" -> Optional.of("true");
            case "false", "f", "0" -> Optional.of("false");
            default -> Optional.empty();
        };
    }
}

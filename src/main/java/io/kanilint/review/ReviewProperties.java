package io.kanilint.review;

import io.kanilint.gitlab.UnusableSettingException;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What reviews may write, and what holds for all of them.
 *
 * @param mode {@code comment}, or {@code shadow}: review and record, write nothing to GitLab
 * @param commitStatus {@code on} or {@code off}: whether head commits get a status
 * @param defaultsFile file with settings for every project, in the form of {@code .kanilint.yml}; blank for none
 */
@ConfigurationProperties("kanilint.review")
public record ReviewProperties(
        @DefaultValue("comment") String mode,
        @DefaultValue("on") String commitStatus,
        @DefaultValue("") String defaultsFile) {

    public ReviewProperties {
        mode = word("KANILINT_MODE", mode, List.of("comment", "shadow"));
        commitStatus = word("KANILINT_COMMIT_STATUS", commitStatus, List.of("on", "off", "true", "false"));
    }

    /** One of the words; what is blank is the first. */
    private static String word(String name, String value, List<String> words) {
        String word = value.strip().toLowerCase(Locale.ROOT);
        if (!word.isEmpty() && !words.contains(word)) {
            throw new UnusableSettingException(
                    "%s is '%s', and must be %s or %s".formatted(name, value.strip(), words.get(0), words.get(1)));
        }
        return word.isEmpty() ? words.getFirst() : word;
    }

    /** Whether nothing is written to GitLab. */
    public boolean shadow() {
        return mode.equals("shadow");
    }

    boolean status() {
        return commitStatus.equals("on") || commitStatus.equals("true");
    }
}

package io.kanilint.review;

import io.kanilint.report.RulePages;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where links in comments lead. */
@Component
final class Links {
    /** What nobody but ourselves can open: the address was not set. */
    private static final Pattern NOWHERE = Pattern.compile("(?i)https?://(localhost|127\\.0\\.0\\.1|\\[::1])([:/].*)?");

    private final String rules;

    Links(@Value("${kanilint.public-url}") String publicUrl) {
        String url = publicUrl.strip().replaceAll("/+$", "");
        rules = url.isEmpty() || NOWHERE.matcher(url).matches() ? RulePages.BASE : url + "/rules/";
    }

    /** The pages of the rules, with a slash at its end: our own, which anybody may read, if people can reach them. */
    String rules() {
        return rules;
    }
}

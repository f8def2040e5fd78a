package io.kanilint.dashboard;

import io.kanilint.access.Account;
import java.util.Arrays;
import java.util.List;

/** The pages that the navigation names, in its order. */
enum Pages {
    OVERVIEW("/", "Overview", false),
    FINDINGS("/findings", "Findings", false),
    PROJECTS("/projects", "Projects", false),
    DELIVERIES("/deliveries", "Deliveries", true),
    RULES("/rules", "Rules", false),
    TOKENS("/tokens", "Tokens", false),
    AUDIT("/audit", "Audit log", true);

    private final String path;
    private final String title;
    private final boolean onlyAdministrators;

    Pages(String path, String title, boolean onlyAdministrators) {
        this.path = path;
        this.title = title;
        this.onlyAdministrators = onlyAdministrators;
    }

    static List<Pages> of(Account account) {
        return Arrays.stream(values())
                .filter(page -> account.administrator() || !page.onlyAdministrators)
                .toList();
    }

    String path() {
        return path;
    }

    String title() {
        return title;
    }

    /** Whether an address is that of the page or below it. */
    boolean holds(String uri) {
        return uri.equals(path) || (this != OVERVIEW && uri.startsWith(path + "/"));
    }
}

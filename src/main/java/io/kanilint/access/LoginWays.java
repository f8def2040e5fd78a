package io.kanilint.access;

import org.springframework.stereotype.Component;

/** How one can sign in here. */
@Component
public final class LoginWays {
    private final boolean password;
    private final boolean gitlab;

    LoginWays(AccessProperties access, GitLabLoginProperties login) {
        gitlab = login.configured();
        password = !gitlab || !access.password().isEmpty();
    }

    /** As the local administrator: there is one if a password is set, or if there is no other way. */
    public boolean password() {
        return password;
    }

    public boolean gitlab() {
        return gitlab;
    }
}

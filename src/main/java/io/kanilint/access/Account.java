package io.kanilint.access;

import java.io.Serializable;
import java.security.Principal;

/**
 * Somebody who signed in; kept in the session.
 *
 * @param id the user's id in GitLab; {@link #LOCAL} for the local administrator
 * @param name the user's name in GitLab, or {@code admin}
 */
public record Account(long id, String name, Role role) implements Principal, Serializable {
    /** The id of the local administrator, which no user of GitLab has. */
    public static final long LOCAL = 0;

    @Override
    public String getName() {
        return name;
    }

    public boolean administrator() {
        return role == Role.ADMINISTRATOR;
    }

    /** Which projects may be shown. */
    public Visibility visibility() {
        return administrator() ? new Visibility.All() : new Visibility.Of(id);
    }
}

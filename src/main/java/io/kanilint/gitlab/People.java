package io.kanilint.gitlab;

/** Who somebody is, by the id of the user. */
public final class People {
    /** GitLab's number for the role Developer, from which on one may push. */
    public static final int DEVELOPER = 30;

    private static final int NOT_FOUND = 404;

    private final Caller caller;

    People(Caller caller) {
        this.caller = caller;
    }

    /** The role in a project, memberships of its groups included: {@link #DEVELOPER} or another number; 0 for none. */
    public int accessLevel(long projectId, long userId) {
        return caller.once("look up the role of user " + userId + " in project " + projectId, () -> {
            try {
                return caller.get("/projects/" + projectId + "/members/all/" + userId)
                        .path("access_level")
                        .asInt(0);
            } catch (HttpFailure e) {
                if (e.status == NOT_FOUND) {
                    return 0;
                }
                throw e;
            }
        });
    }

    /** Whether it is the user of a token or of GitLab itself; nobody who is not shown to us is one. */
    public boolean isBot(long userId) {
        return caller.once("look up user " + userId, () -> {
            try {
                return caller.get("/users/" + userId).path("bot").asBoolean(false);
            } catch (HttpFailure e) {
                if (e.status == NOT_FOUND) {
                    return false;
                }
                throw e;
            }
        });
    }
}

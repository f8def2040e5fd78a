package io.kanilint.standin;

/** Finds what a path names, or answers 404 as GitLab does. */
record Lookup(World world) {

    Project project(ApiRequest request) {
        return world.project(request.variable("id")).orElseThrow(() -> Refusal.notFound("Project"));
    }

    MergeRequest mergeRequest(ApiRequest request) {
        var project = project(request);
        String iid = request.variable("iid");
        if (!iid.matches("\\d{1,9}")) {
            throw Refusal.parameter("merge_request_iid is invalid");
        }
        return project.mergeRequest(Integer.parseInt(iid)).orElseThrow(() -> Refusal.notFound("Merge Request"));
    }

    /** The note that the path names, which must be in the thread that it names. */
    Note note(MergeRequest mr, ApiRequest request) {
        long id = noteId(request);
        var note = mr.threads.note(id);
        if (request.path().containsKey("discussion")
                && !mr.threads.holding(id).id().equals(request.variable("discussion"))) {
            throw Refusal.notFound("Note");
        }
        return note;
    }

    private static long noteId(ApiRequest request) {
        String id = request.variable("note");
        if (!id.matches("\\d{1,18}")) {
            throw Refusal.parameter("note_id is invalid");
        }
        return Long.parseLong(id);
    }

    void atLeast(int accessLevel, Project project, User user) {
        if (project.accessLevel(user) < accessLevel) {
            throw Refusal.forbidden();
        }
    }
}

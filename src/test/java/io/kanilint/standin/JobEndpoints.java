package io.kanilint.standin;

/** Jobs and their logs, which a Reporter may read. */
record JobEndpoints(Lookup find) {

    void addTo(Route.Table routes) {
        routes.add(
                "GET",
                "/projects/:id/jobs/:job",
                request -> Answer.ok(job(request).json()));
        routes.add(
                "GET",
                "/projects/:id/jobs/:job/trace",
                request -> Answer.of(200, "text/plain", job(request).log()));
        routes.add("GET", "/projects/:id/pipelines/:pipeline/jobs", request -> {
            var project = find.project(request);
            find.atLeast(20, project, request.user());
            return Answer.page(
                    request,
                    project.jobs.stream()
                            .filter(job -> Long.toString(job.pipelineId()).equals(request.variable("pipeline")))
                            .map(Job::json)
                            .toList());
        });
    }

    private Job job(ApiRequest request) {
        var project = find.project(request);
        find.atLeast(20, project, request.user());
        return project.jobs.stream()
                .filter(job -> Long.toString(job.id()).equals(request.variable("job")))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("Job"));
    }
}

package io.kanilint.gitlab;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The jobs of a project, and their logs. */
public final class Jobs {
    private static final int LARGEST_JOB = 4 << 20;
    /** As much of a log as is read: GitLab itself ends logs at 100 MB. */
    private static final int LONGEST_LOG = 4 << 20;
    /** Three hundred jobs. */
    private static final int MOST_PAGES = 3;

    private final Caller caller;
    private final String project;

    Jobs(Caller caller, long projectId) {
        this.caller = caller;
        this.project = "/projects/" + projectId;
    }

    public CiJob job(long id) {
        return caller.once(
                "read job " + id,
                () -> caller.http()
                        .get(project + "/jobs/" + id, LARGEST_JOB, (_, body) -> job(Paging.JSON.readTree(body))));
    }

    /** The newest run of each job of a pipeline; none if there are too many. */
    public List<CiJob> ofPipeline(long pipelineId) {
        return Caller.call(
                "list the jobs of pipeline " + pipelineId,
                () -> new Paging(caller.http(), caller.onCall())
                        .upTo(MOST_PAGES, project + "/pipelines/" + pipelineId + "/jobs", Jobs::job)
                        .orElse(List.of()));
    }

    /** The first 4 MB of a job's log, as the runner wrote it; empty text if there is none. */
    public String log(long jobId) {
        return caller.once(
                "read the log of job " + jobId,
                () -> caller.http()
                        .get(project + "/jobs/" + jobId + "/trace", LONGEST_LOG, (_, body) -> body.text(LONGEST_LOG)));
    }

    private static CiJob job(JsonNode from) {
        long id = from.path("id").asLong();
        if (id <= 0) {
            throw new UnexpectedAnswer("a job's id");
        }
        return new CiJob(
                id,
                from.path("name").asText(""),
                from.path("status").asText(""),
                from.path("web_url").asText(""));
    }
}

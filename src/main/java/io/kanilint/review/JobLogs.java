package io.kanilint.review;

import io.kanilint.gitlab.CiJob;
import io.kanilint.gitlab.DiscussionThread;
import io.kanilint.gitlab.GitLab;
import io.kanilint.gitlab.GitLabRefused;
import io.kanilint.report.EvidenceText;
import io.kanilint.review.EvidenceTable.Waiting;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads the logs of jobs of which we said that their images can be broken, and says in the thread if one shows it. */
@Component
public class JobLogs {
    private static final Logger LOG = LoggerFactory.getLogger(JobLogs.class);

    private final GitLab gitlab;
    private final EvidenceTable table;
    private final Desk desk;

    JobLogs(GitLab gitlab, EvidenceTable table, Desk desk) {
        this.gitlab = gitlab;
        this.table = table;
        this.desk = desk;
    }

    /**
     * The merge requests with a finding on a job, in whose thread no log was quoted yet. Asks only the database.
     *
     * @param iid the merge request, if it is known, otherwise 0; then those at the commit are meant
     * @param job its name in the pipeline; empty for any
     */
    public List<Long> awaiting(long projectId, long iid, String sha, String job) {
        if (desk.properties().shadow()) {
            return List.of();
        }
        List<Long> asked = iid > 0 ? List.of(iid) : sha.isEmpty() ? List.of() : table.at(projectId, sha);
        return asked.stream()
                .filter(one -> waiting(projectId, one, job).findAny().isPresent())
                .toList();
    }

    private Stream<Waiting> waiting(long projectId, long iid, String job) {
        return table.waiting(projectId, iid).stream().filter(finding -> job.isEmpty() || isOf(finding.job(), job));
    }

    /** Whether a job of a pipeline comes from one of the file: {@code parallel} adds to its name. */
    private static boolean isOf(String inFile, String inPipeline) {
        return !inFile.isEmpty()
                && inPipeline.startsWith(inFile)
                && inPipeline.substring(inFile.length()).matches("(?s)|: \\[.*]| \\d+/\\d+");
    }

    /** The jobs of a pipeline whose logs are to be read. */
    public List<Long> jobs(long projectId, long iid, long pipelineId) {
        return gitlab.jobs(projectId).ofPipeline(pipelineId).stream()
                .filter(CiJob::ended)
                .filter(job -> waiting(projectId, iid, job.name()).findAny().isPresent())
                .map(CiJob::id)
                .filter(job -> !table.wasRead(projectId, iid, job))
                .toList();
    }

    /**
     * Reads one log and says what it shows, once for each thread. May be repeated at any point.
     *
     * @return what came of it, as a sentence for administrators; empty if something was said
     * @throws io.kanilint.gitlab.GitLabException if GitLab did not answer or does not let us
     */
    public Optional<String> read(long projectId, long iid, long jobId) {
        if (desk.properties().shadow() || table.wasRead(projectId, iid, jobId)) {
            return Optional.of("There is nothing to say, or its log was read before.");
        }
        CiJob job = gitlab.jobs(projectId).job(jobId);
        List<Waiting> findings = waiting(projectId, iid, job.name()).toList();
        if (findings.isEmpty() || !job.ended()) {
            return Optional.of("No open finding is about it any more.");
        }
        Optional<LogSigns> signs = LogSigns.in(gitlab.jobs(projectId).log(jobId));
        long said = 0;
        if (signs.isPresent()) {
            String text = new EvidenceText(
                            jobId,
                            job.webUrl(),
                            signs.get().packages(),
                            signs.get().lines())
                    .markdown();
            said = findings.stream()
                    .filter(finding -> say(projectId, iid, jobId, finding, text))
                    .count();
        }
        table.read(projectId, iid, jobId, desk.clock().instant());
        if (signs.isEmpty()) {
            return Optional.of("Its log shows no sign of it.");
        }
        return said > 0 ? Optional.empty() : Optional.of("Its log shows it, and the thread is settled or says so.");
    }

    /** Lets other jobs speak where this one was to and did not. */
    public void release(long projectId, long iid, long jobId) {
        table.release(projectId, iid, jobId);
    }

    private boolean say(long projectId, long iid, long jobId, Waiting finding, String text) {
        if (!table.claim(projectId, iid, finding.fingerprint(), jobId)) {
            return false;
        }
        DiscussionThread thread;
        try {
            thread = gitlab.thread(projectId, iid, finding.threadId());
            boolean there = thread.notes().stream()
                    .anyMatch(note -> note.authorId() == gitlab.botId() && Marker.isEvidence(note.body()));
            if (thread.resolved() && !there) {
                table.release(projectId, iid, jobId);
                return false;
            }
            if (!there) {
                gitlab.reply(projectId, iid, finding.threadId(), Marker.evidence(text));
                LOG.info("Job {} shows what was said on merge request {} of project {}.", jobId, iid, projectId);
            }
        } catch (GitLabRefused e) {
            table.release(projectId, iid, jobId);
            throw e;
        }
        table.said(projectId, iid, finding.fingerprint(), desk.clock().instant());
        return true;
    }
}

/**
 * A GitLab that fits into a test: keeps projects, merge requests and threads in memory and refuses what GitLab refuses.
 *
 * <pre>{@code
 * try (var gitlab = StandInGitLab.start()) {
 *     var project = gitlab.project("shop/images");
 *     project.commit("main", Map.of(".gitlab-ci.yml", before));
 *     var mr = project.mergeRequest("Build both images").from("images").changing(".gitlab-ci.yml", after).open();
 *     gitlab.sendHook(uri, "secret", mr, "open");         // what GitLab would send; gives the HTTP status
 *     assertThat(mr.threads()).hasSize(1);                // what the bot left behind
 *     mr.applySuggestion(mr.threads().getFirst().first().id());
 *     gitlab.sendHook(uri, "secret", mr, "update");       // the hook describes the last change: oldrev is there
 *     gitlab.fail(times(2), any()).with(503);             // and so on: see Faults
 *     assertThat(gitlab.unknownCalls()).isEmpty();
 * }
 * }</pre>
 */
@NullMarked
package io.kanilint.standin;

import org.jspecify.annotations.NullMarked;

package io.kanilint.gitlab;

/**
 * The three commits a position in a diff is counted from; GitLab makes them after the merge request (issue 386562).
 *
 * @param base where source and target branch parted
 * @param start head of the target branch at that time
 * @param head head of the merge request
 */
public record DiffRefs(String base, String start, String head) {}

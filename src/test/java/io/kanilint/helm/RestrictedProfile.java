package io.kanilint.helm;

import io.fabric8.kubernetes.api.model.Capabilities;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SeccompProfile;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The restricted profile of the Kubernetes Pod Security Standards, and what we ask of pods beyond it. */
final class RestrictedProfile {
    private static final Set<String> SECCOMP = Set.of("RuntimeDefault", "Localhost");

    private RestrictedProfile() {}

    static List<String> violations(Rendering rendering) {
        return rendering.pods().entrySet().stream()
                .flatMap(pod -> violations(pod.getValue()).stream().map(text -> pod.getKey() + ": " + text))
                .toList();
    }

    static List<String> violations(PodSpec pod) {
        var found = new ArrayList<String>();
        if (Stream.of(pod.getHostNetwork(), pod.getHostPID(), pod.getHostIPC()).anyMatch(Boolean.TRUE::equals)) {
            found.add("shares something with its host");
        }
        if (!Boolean.FALSE.equals(pod.getAutomountServiceAccountToken())) {
            found.add("gets a token of the Kubernetes API");
        }
        pod.getVolumes().stream()
                .filter(volume -> !allowed(volume))
                .forEach(volume -> found.add("has the volume " + volume.getName()));
        PodSecurityContext whole = Objects.requireNonNullElseGet(pod.getSecurityContext(), PodSecurityContext::new);
        if (!whole.getSysctls().isEmpty() || whole.getSeLinuxOptions() != null || whole.getWindowsOptions() != null) {
            found.add("sets what only a host should");
        }
        Stream.concat(pod.getInitContainers().stream(), pod.getContainers().stream())
                .forEach(container -> violations(container, whole).stream()
                        .map(text -> container.getName() + " " + text)
                        .forEach(found::add));
        return found;
    }

    private static List<String> violations(Container container, PodSecurityContext whole) {
        var found = new ArrayList<String>();
        SecurityContext own = Objects.requireNonNullElseGet(container.getSecurityContext(), SecurityContext::new);
        if (Boolean.TRUE.equals(own.getPrivileged()) || !Boolean.FALSE.equals(own.getAllowPrivilegeEscalation())) {
            found.add("may gain privileges");
        }
        Capabilities capabilities = Objects.requireNonNullElseGet(own.getCapabilities(), Capabilities::new);
        if (!capabilities.getDrop().contains("ALL") || !capabilities.getAdd().isEmpty()) {
            found.add("has capabilities");
        }
        if (!Boolean.TRUE.equals(
                Objects.requireNonNullElse(own.getRunAsNonRoot(), Boolean.TRUE.equals(whole.getRunAsNonRoot())))) {
            found.add("may run as root");
        }
        if (Stream.of(own.getRunAsUser(), whole.getRunAsUser(), own.getRunAsGroup(), whole.getRunAsGroup())
                .anyMatch(id -> id != null && id == 0)) {
            found.add("runs as root");
        }
        SeccompProfile seccomp = own.getSeccompProfile() == null ? whole.getSeccompProfile() : own.getSeccompProfile();
        if (seccomp == null || !SECCOMP.contains(seccomp.getType())) {
            found.add("has no seccomp profile");
        }
        if (own.getProcMount() != null || own.getSeLinuxOptions() != null) {
            found.add("sets what only a host should");
        }
        if (container.getPorts().stream().anyMatch(port -> port.getHostPort() != null)) {
            found.add("takes a port of its host");
        }
        if (!Boolean.TRUE.equals(own.getReadOnlyRootFilesystem())) {
            found.add("may write to its image's files");
        }
        if (container.getResources() == null
                || !container.getResources().getLimits().containsKey("memory")) {
            found.add("has no limit of memory");
        }
        return found;
    }

    private static boolean allowed(Volume volume) {
        return Stream.of(
                        volume.getConfigMap(),
                        volume.getEmptyDir(),
                        volume.getPersistentVolumeClaim(),
                        volume.getProjected(),
                        volume.getSecret())
                .anyMatch(Objects::nonNull);
    }
}

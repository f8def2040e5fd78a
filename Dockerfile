# Kanilint: the service and the command line.
#
#   docker build --tag kanilint .
#
# Both base images are pinned, so that the same sources give the same image. Renew the digests for each release, for the sake
# of the fixes in the system's packages: what the tag means today tells
#   docker buildx imagetools inspect eclipse-temurin:25-jre
# The run image needs a Java 25 of glibc, sh and Bash.
ARG BUILD_IMAGE=maven:3.9-eclipse-temurin-25@sha256:d67198007bb4441b07d45587320f83154de80ece3608f80408ef14c6ea847753
ARG RUN_IMAGE=eclipse-temurin:25-jre@sha256:fcd7fd7b387f94bb2ac461478a7436ad8e349924c374ea8313919624dceae636

FROM ${BUILD_IMAGE} AS build
WORKDIR /build
COPY pom.xml ./
COPY src src
COPY docs/rules docs/rules
COPY docker docker
# The tests have run before, see .gitlab-ci.yml.
RUN mvn -B -ntp -Dmaven.test.skip=true package && docker/assemble.sh unpack target/kanilint.jar /opt/kanilint

FROM ${RUN_IMAGE}
ARG VERSION=development
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Kanilint" \
      org.opencontainers.image.description="Reviews GitLab merge requests and stops broken Kaniko image builds before they ship." \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"

# What changes seldom comes first.
COPY --from=build /opt/kanilint/lib /opt/kanilint/lib
COPY --from=build /opt/kanilint/bin /opt/kanilint/bin
COPY --from=build /opt/kanilint/kanilint.jar /opt/kanilint/kanilint.jar
# What is in it, and under which licences (CycloneDX).
COPY --from=build /opt/kanilint/sbom.cdx.json /opt/kanilint/sbom.cdx.json
# Here and not in the build: a cache holds for this Java and these files only.
RUN /opt/kanilint/bin/assemble.sh train /opt/kanilint \
    && ln -s /opt/kanilint/bin/kanilint /usr/local/bin/kanilint \
    && mkdir /data && chown 10001:10001 /data

# No user of this image, and none of the machine. The embedded database is ./data/kanilint, so in /data; beside that only
# /tmp is written, and the root file system may be read-only.
USER 10001:10001
WORKDIR /
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s CMD ["/opt/kanilint/bin/healthy"]
ENTRYPOINT ["/opt/kanilint/bin/kanilint"]
CMD ["serve"]

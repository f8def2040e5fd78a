#!/busybox/sh
set -e
name=$1
/kaniko/executor --context "$name" --destination "$CI_REGISTRY_IMAGE/$name"

#!/busybox/sh
set -e
/kaniko/executor --context "$CI_PROJECT_DIR/a" --dockerfile "$CI_PROJECT_DIR/a/Dockerfile" --destination "$CI_REGISTRY_IMAGE/a:$CI_COMMIT_SHORT_SHA"
/kaniko/executor --context "$CI_PROJECT_DIR/b" --dockerfile "$CI_PROJECT_DIR/b/Dockerfile" --destination "$CI_REGISTRY_IMAGE/b:$CI_COMMIT_SHORT_SHA"

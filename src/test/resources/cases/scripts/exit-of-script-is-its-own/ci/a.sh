/kaniko/executor --context a --destination "$CI_REGISTRY_IMAGE/a"
exit 0
echo never

for d in a b; do
  /kaniko/executor --context "$d" --destination "$CI_REGISTRY_IMAGE/$d"
done

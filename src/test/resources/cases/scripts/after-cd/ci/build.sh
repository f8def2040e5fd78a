#!/bin/sh
/kaniko/executor --context a --destination "$CI_REGISTRY_IMAGE/a"
/kaniko/executor --context b --destination "$CI_REGISTRY_IMAGE/b"

#!/bin/sh
echo "/kaniko/executor is not run here"
grep -q executor README.md || true

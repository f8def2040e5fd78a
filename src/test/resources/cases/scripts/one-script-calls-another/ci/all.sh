#!/bin/sh
ci/one.sh api
ci/one.sh web

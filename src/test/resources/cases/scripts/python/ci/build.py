#!/usr/bin/env python3
import subprocess
subprocess.run("/kaniko/executor --context a", shell=True)
subprocess.run("/kaniko/executor --context b", shell=True)

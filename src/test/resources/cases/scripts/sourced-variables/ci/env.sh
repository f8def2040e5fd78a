export IMAGES="web api"

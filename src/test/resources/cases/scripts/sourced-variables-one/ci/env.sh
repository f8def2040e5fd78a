export IMAGES="web"

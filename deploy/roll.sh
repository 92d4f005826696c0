#!/bin/sh
# Brings a release out on the host of compose.yaml, or back: deploy/roll.sh IMAGE. The schema first, then one process after
# the other, each only once the one before it is ready. An image that does not get ready stops it there, and the other
# processes go on as they are.
set -eu
cd "$(dirname "$0")"
export THREADR_IMAGE="${1:?Say which image: deploy/roll.sh threadr:1.2.3}"
compose="docker compose -f compose.yaml --env-file ../.env"
$compose run --rm --no-deps migrate
for service in web-1 web-2 worker-1 worker-2; do
  $compose up -d --no-deps --no-build --wait "$service"
done

#!/bin/sh
# Brings a release out on the host of compose.yaml: deploy/roll.sh IMAGE, or an earlier one again: deploy/roll.sh IMAGE --back,
# which leaves the schema as it is. The schema first, then one process after
# the other, each only once the one before it is ready. An image that does not get ready stops it there: the process stays
# out of nginx's list, and the others go on as they are.
set -eu
cd "$(dirname "$0")"
export THREADR_IMAGE="${1:?Say which image: deploy/roll.sh threadr:1.2.3}"
compose="docker compose -f compose.yaml --env-file ../.env"
list=nginx/upstream.conf

reread() {
  $compose exec -T nginx nginx -c /etc/threadr/nginx.conf -s reload
  # Until nothing that was given to it before waits to be accepted any more.
  sleep 2
}

case "${2:-}" in
  "") $compose run --rm --no-deps migrate ;;
  --back) ;;
  *) echo "There is only --back." >&2; exit 2 ;;
esac
for service in web-1 web-2; do
  sed -i "s/server $service:3000 max_fails=0;/server $service:3000 max_fails=0 down;/" $list
  reread
  $compose up -d --no-deps --no-build --wait "$service"
  sed -i "s/server $service:3000 max_fails=0 down;/server $service:3000 max_fails=0;/" $list
  reread
done
for service in worker-1 worker-2; do
  $compose up -d --no-deps --no-build --wait "$service"
done

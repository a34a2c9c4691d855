#!/bin/sh
# The role of this container. Each process gets SIGTERM itself and ends what it has begun within 30 seconds.
set -eu
case "${1:-}" in
  api) exec node dist/apps/api/main.js ;;
  worker) exec node dist/apps/worker/main.js ;;
  web) exec node dist/apps/web/server/main.js ;;
  migrate) exec node dist/apps/launcher/migrate.js ;;
  *) echo "role.sh: give one of api, worker, web, migrate" >&2; exit 64 ;;
esac

#!/bin/sh
# The recovery script of the small world, with the verbs that such scripts have. Each step says what
# it does before it does it; the first one that fails ends the script with its exit code.
set -eu
bin=${0%/*}
home=$bin/../pm2

usage() {
    echo "usage: recovery soft | company ID | status" >&2
    exit 2
}

ask() {
    request=$(mktemp "$home/desk/XXXXXXXX")
    printf '%s\0' "$@" >"$request"
    mv "$request" "$request.ask"
    left=400
    while [ ! -f "$request.answer" ]; do
        left=$((left - 1))
        if [ "$left" -le 0 ]; then
            echo "no answer within 20 s" >&2
            exit 1
        fi
        sleep 0.05
    done
    code=$(sed -n 1p "$request.answer")
    sed 1d "$request.answer"
    rm -f "$request.answer"
    return "$code"
}

soft() {
    echo "[1/3] backing up the contexts"
    backup=$bin/../backups/contexts-$(date +%Y%m%dT%H%M%S).txt
    ask contexts >"$backup"
    echo "      $(wc -l <"$backup" | tr -d ' ') lines kept in $backup"
    echo "[2/3] restarting ai-admin-api"
    "$bin/pm2" restart ai-admin-api
    echo "[3/3] restarting ai-admin-worker-v2"
    "$bin/pm2" restart ai-admin-worker-v2
    echo "done"
}

company() {
    case ${1:-} in
    '' | *[!0-9]*) echo "company needs the number of a company, such as 962302" >&2; exit 2 ;;
    esac
    echo "[1/2] closing the session of company $1"
    echo "[2/2] opening it again"
    ask session "$1"
    echo "done"
}

case ${1:-} in
soft) soft ;;
company) company "${2:-}" ;;
status) ask contexts ;;
*) usage ;;
esac

#!/bin/sh
# The pm2 of the playground's small world. It prints the list that the playground keeps in a file,
# and hands everything else in at the playground's desk: no program starts but this shell.
set -u
home=${0%/*}/../pm2

fail() {
    echo "[PM2][ERROR] $1" >&2
    exit 1
}

running() {
    pid=
    [ -r "$home/pid" ] && read -r pid <"$home/pid"
    [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null
}

ask() {
    request=$(mktemp "$home/desk/XXXXXXXX") || fail "the desk of the playground is not there: $home/desk"
    printf '%s\0' "$@" >"$request"
    mv "$request" "$request.ask"
    left=400
    while [ ! -f "$request.answer" ]; do
        left=$((left - 1))
        [ "$left" -gt 0 ] || fail "no answer within 20 s"
        running || fail "the playground has ended"
        sleep 0.05
    done
    { read -r code; cat; } <"$request.answer"
    rm -f "$request.answer"
    exit "$code"
}

logs() {
    lines=15
    name=
    while [ $# -gt 0 ]; do
        case $1 in
        --lines | -n) shift; lines=${1:-15} ;;
        -*) ;;
        *) name=$1 ;;
        esac
        shift
    done
    case $name in
    '' | */* | .*) fail "pm2 logs needs the name of a process" ;;
    esac
    case $lines in
    *[!0-9]*) fail "--lines needs a number" ;;
    esac
    [ -f "$home/logs/$name-out.log" ] || fail "Process $name not found"
    for stream in out error; do
        echo "$home/logs/$name-$stream.log last $lines lines:"
        tail -n "$lines" "$home/logs/$name-$stream.log"
    done
}

verb=${1:-}
[ $# -gt 0 ] && shift
case $verb in
--version | -v | -V) echo "@VERSION@"; exit 0 ;;
esac
running || fail "the playground has ended"
case $verb in
jlist) exec cat "$home/jlist" ;;
ping) echo "{ msg: 'pong' }" ;;
logs) logs "$@" ;;
restart | stop | start)
    name=
    for argument in "$@"; do
        case $argument in
        -s | --silent | --no-color | --update-env) ;;
        *) [ -z "$name" ] || fail "one process at a time, not '$name' and '$argument'"; name=$argument ;;
        esac
    done
    [ -n "$name" ] || fail "pm2 $verb needs the name of a process"
    ask "$verb" "$name"
    ;;
*) fail "Command not found: $verb. This world's pm2 knows jlist, restart, stop, start, logs, ping and --version" ;;
esac

#!/bin/sh
# What runbooks call: recovery.sh JOURNAL VERB [ID]. Each start is a line in the journal.
set -eu
journal=$1
verb=$2
echo "$verb $$ ${3-}" >>"$journal"
case $verb in
slow) sleep 60 ;;
company) echo "company $3 is restored" ;;
broken)
    echo "cannot restore: disk full" >&2
    exit 3
    ;;
esac

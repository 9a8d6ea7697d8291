# For scripts that source this: Debian's packages that bring what is not here yet. None of their
# services is started.
#   needs PROGRAM PACKAGE     notes the package if the program is missing
#   install_missing WHO       installs what was noted, or says what to install and ends the script
missing=
needs() {
    PATH=$PATH:/usr/sbin command -v "$1" >/dev/null 2>&1 || missing="$missing $2"
}

install_missing() {
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
        echo "$1: not installed:$missing. Install them (on Debian: sudo apt-get install$missing) and run this again." >&2
        exit 1
    fi
    echo "Installing$missing ..."
    # None of the services is to be started by its package.
    policy=
    if [ ! -e /usr/sbin/policy-rc.d ]; then
        policy=/usr/sbin/policy-rc.d
        printf '#!/bin/sh\nexit 101\n' >"$policy"
        chmod +x "$policy"
    fi
    status=0
    { apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends $missing; } \
        >"/tmp/$1-apt.$$" 2>&1 </dev/null || status=$?
    [ -z "$policy" ] || rm -f "$policy"
    if [ "$status" -ne 0 ]; then
        cat "/tmp/$1-apt.$$" >&2
        echo "$1: apt-get could not install$missing (exit $status)." >&2
        exit 1
    fi
    rm -f "/tmp/$1-apt.$$"
}

package pikett.bot.hostgate;

/// What is the same in every gate. `|| return` gives back what failed: that one way was not the one.
final class ScriptParts {
    private ScriptParts() {}

    static final String BEGIN =
            """
            #!/bin/sh
            # What Pikett's key may do on @HOST@, and nothing else. Made by `pikett gate @HOST@`: make it anew when the
            # configuration has changed. What is asked for is compared with what Pikett sends; no shell reads it.
            set -fu
            IFS=' '
            line=${SSH_ORIGINAL_COMMAND-}

            refuse() {
                shown=$(printf '%s' "$line" | LC_ALL=C tr -c ' -~' '?' | cut -c 1-200)
                logger -t pikett-gate -p auth.warning -- "refused, from ${SSH_CONNECTION-}: $shown" 2>/dev/null
                echo 'pikett-gate: refused: this is nothing that Pikett needs here. If the configuration has changed, make the gate anew: pikett gate @HOST@' >&2
                exit 126
            }

            # Takes this text off the rest of the line.
            take() {
                case $rest in
                "$1"*) rest=${rest#"$1"} ;;
                *) return 1 ;;
                esac
            }

            # Takes what stands before the next quote; what begins with a dash would be an option.
            value() {
                value=${rest%%\\'*}
                case $value in
                "$rest" | -*) return 1 ;;
                esac
                rest=${rest#"$value"}
            }

            digits() {
                case $1 in
                '' | *[!0123456789]* | ??????????*) return 1 ;;
                esac
            }

            half() {
                case $1 in
                ????????????????) ;;
                *) return 1 ;;
                esac
                case $1 in
                *[!0123456789abcdef]*) return 1 ;;
                esac
            }

            # Every line of Pikett's has this frame: two halves of a mark, and how long it may take.
            framed() {
                rest=$line
                take @HEAD@ || return
                value && half "$value" && first=$value || return
                take "' '" && value && half "$value" && second=$value || return
                take "' '@KILL@' '" && value && digits "$value" && seconds=$value || return
                # Without an end, or with one after more than a day, it would not be Pikett's.
                case $seconds in
                0* | ??????*) return 1 ;;
                esac
                take "' " || return
                words=$rest
            }

            # Ends a program that was started below, when a person stops it.
            ended() {
                rest=$line
                take @END@ && value && digits "$value" && take "'" && [ -z "$rest" ] || return
                case $(tr '\\000' ' ' <"/proc/$value/cmdline") in
                'timeout -k @KILL@ '*) kill -s TERM "$value" && exit ;;
                esac
                return 1
            }

            # What is started says first that it was, in the words that Pikett waits for. It reads nothing: Pikett has
            # nothing to say to it, and whoever else has the key might.
            start() {
                printf '#%s%s %s\\n' "$second" "$first" "$$"
                printf '#%s%s\\n' "$second" "$first" >&2
                exec timeout -k @KILL@ "$seconds" "$@" </dev/null
            }
            """;

    static final String PM2 =
            """

            # The numbers under which PM2 runs this name at this moment.
            pm2_numbers() {
                numbers=$(timeout 10 pm2 id "$1" </dev/null 2>/dev/null) || return
                numbers=${numbers##*\\[}
                numbers=" $(printf '%s' "${numbers%%\\]*}" | LC_ALL=C tr -c '0123456789' ' ') "
            }

            pm2_number() {
                digits "$1" || return
                case $numbers in
                *" $1 "*) ;;
                *) return 1 ;;
                esac
            }

            # The files that PM2 makes for this name: NAME-out.log, NAME-error.log, and NAME-out-3.log and so on.
            pm2_log() {
                case $1 in
            @MORE@    "${PM2_HOME:-$HOME/.pm2}/logs/$pm2_name-out"*) log=${1#"${PM2_HOME:-$HOME/.pm2}/logs/$pm2_name-out"} ;;
                "${PM2_HOME:-$HOME/.pm2}/logs/$pm2_name-error"*) log=${1#"${PM2_HOME:-$HOME/.pm2}/logs/$pm2_name-error"} ;;
                *) return 1 ;;
                esac
                case $log in
                .log) return 0 ;;
                -*.log) log=${log#-} && digits "${log%.log}" ;;
                *) return 1 ;;
                esac
            }
            """;

    static final String FORM =
            """

            # @PATTERN@
            @NAME@() {
                left=$1 at=0
                while [ -n "$left" ]; do
                    case $at:$left in
            @WAYS@        *) return 1 ;;
                    esac
                    left=${left#?}
                done
                case $at in
                @ENDS@) ;;
                *) return 1 ;;
                esac
            }
            """;

    static final String MIDDLE =
            """

            [ "${#line}" -le 65536 ] || refuse
            framed || ended 2>/dev/null || refuse
            case $words in
            """;
}

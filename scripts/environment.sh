#!/usr/bin/env bash
# Takes a folder, gives a virtual environment with the locked packages in it.
#   environment.sh DIR          the packages of requirements.lock, by hash
#   environment.sh DIR tools    what writes that lock
# PYTHON names an interpreter to use; otherwise the newest on PATH that is 3.11 or later.
set -euo pipefail
cd "$(dirname "$0")/.."
venv=${1:?folder of the virtual environment}
what=${2:-locked}

good_python() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

can_make_environments() { "$1" -c 'import ensurepip, venv' 2>/dev/null; }

find_python() {
    local candidate
    for candidate in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
        if good_python "$candidate"; then
            command -v "$candidate"
            return
        fi
    done
    echo "需要 Python 3.11 或更高版本，请先安装：apt-get install python3 python3-venv" >&2
    return 1
}

make_environment() {
    local python
    python=$(find_python)
    # Debian keeps ensurepip in a package of its own.
    if ! can_make_environments "$python"; then
        scripts/system-packages.sh environment
        can_make_environments "$python" || { echo "没有 venv 无法继续：$python" >&2; exit 1; }
    fi
    echo "建立虚拟环境 $venv（$("$python" --version)）"
    "$python" -m venv "$venv"
}

# An environment whose interpreter has gone (a moved folder, an upgraded system) is of no use.
if ! { [ -x "$venv/bin/python" ] && good_python "$venv/bin/python" && "$venv/bin/python" -m pip --version >/dev/null 2>&1; }; then
    make_environment
fi

pip=("$venv/bin/python" -m pip --disable-pip-version-check install --quiet)
case $what in
    locked)
        echo "安装 requirements.lock 所列软件包"
        "${pip[@]}" --require-hashes --requirement requirements.lock
        ;;
    tools) "${pip[@]}" pip-tools ;;
    *) echo "environment.sh: $what?" >&2; exit 2 ;;
esac

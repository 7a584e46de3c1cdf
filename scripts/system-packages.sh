#!/usr/bin/env bash
# Takes the names of purposes, installs the system's packages that are missing for them (Debian, Ubuntu).
#   papers       WeasyPrint's libraries and Noto CJK (SIL Open Font License 1.1)
#   tests        LibreOffice and poppler, with which the tests look at finished papers; Chromium, which opens the pages
#   bench        node, npm and Chromium, beside which docgen is measured
#   environment  Python's own venv, which Debian packs apart
# Where it may not install, it prints the command and succeeds: docgen works without pdf, the tests skip what they cannot open.
set -euo pipefail

missing=()

need() { # need PACKAGES… unless COMMAND…
    local packages=()
    while [ "$1" != unless ]; do packages+=("$1"); shift; done
    shift
    "$@" >/dev/null 2>&1 || missing+=("${packages[@]}")
}

installed() { dpkg-query --show --showformat='${Status}\n' "$@" 2>/dev/null | grep -c ' installed$' | grep -qx $#; }
# A library counts wherever it came from: dpkg, or whatever fills the loader's cache.
library() { installed "$1" || { PATH=$PATH:/sbin:/usr/sbin ldconfig -p | grep -q "$2"; }; }
font() { fc-list "$1" family | grep -q .; }
# Writer and Calc themselves, whichever of the packages they came in.
office() {
    local program
    program=$(dirname "$(readlink -f "$(command -v soffice)")") && [ -e "$program/libswlo.so" ] && [ -e "$program/libsclo.so" ]
}

for purpose in "$@"; do
    case $purpose in
        papers)
            need libpango-1.0-0 unless library libpango-1.0-0 libpango-1.0.so.0
            need libpangoft2-1.0-0 unless library libpangoft2-1.0-0 libpangoft2-1.0.so.0
            need libharfbuzz-subset0 unless library libharfbuzz-subset0 libharfbuzz-subset.so.0
            need fontconfig unless command -v fc-match
            need fonts-noto-cjk unless font 'Noto Serif CJK SC'
            ;;
        tests)
            need poppler-utils unless command -v pdffonts
            need libreoffice-writer-nogui libreoffice-calc-nogui unless office
            need chromium unless command -v chromium
            ;;
        bench)
            need nodejs unless command -v node
            need npm unless command -v npm
            need chromium unless command -v chromium
            ;;
        environment)
            need python3-venv unless python3 -c 'import ensurepip, venv'
            ;;
        *) echo "system-packages.sh: $purpose?" >&2; exit 2 ;;
    esac
done
[ ${#missing[@]} -gt 0 ] || exit 0

command="apt-get install -y --no-install-recommends ${missing[*]}"
say_how() {
    echo "以下系统软件包未能安装，用到它们的功能（PDF、中文字体、版面测试）暂缺。请由管理员执行："
    echo "    sudo $command"
}

if ! command -v apt-get >/dev/null; then
    echo "本机没有 apt-get；请用本机的软件包管理器安装与下列 Debian 软件包相当者：${missing[*]}"
    exit 0
fi
if [ "$(id -u)" = 0 ]; then
    as_root=(env)
elif sudo --non-interactive true 2>/dev/null; then
    as_root=(sudo --non-interactive env)
else
    say_how
    exit 0
fi

echo "安装系统软件包：${missing[*]}"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
apt() { "${as_root[@]}" DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 "$@" >"$log" 2>&1; }
# shellcheck disable=SC2086
if ! { apt update && apt ${command#apt-get }; }; then
    tail -n 5 "$log"
    say_how
fi

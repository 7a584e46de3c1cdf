#!/usr/bin/env bash
# Takes a folder, puts the open Chinese fonts into it that stand in for 仿宋_GB2312, 楷体_GB2312 and 黑体.
#
# FandolFang, FandolKai, FandolHei: © Fandol team (Clerk Ma, Jie Su), GNU GPL version 3 with the font exception (a paper that
# embeds them is not covered by the GPL). They are not part of docgen and are not distributed with it: each machine takes them
# from its own Debian or Ubuntu mirror, out of the package texlive-lang-chinese, without TeX and without root. Their COPYING
# and README are laid beside them. FandolSong stays out (its descent is wrong), so does FandolHei-Bold (it claims the same
# weight as the regular one).
# 方正 and 中易 fonts are never fetched; where a machine has them, they are used first.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=${1:-.fonts}
fonts=(FandolFang-Regular.otf FandolKai-Regular.otf FandolHei-Regular.otf)
package=texlive-lang-chinese

complete() {
    local font
    for font in "${fonts[@]}"; do [ -s "$1/$font" ] || return 1; done
}

complete "$folder" && exit 0
mkdir -p "$folder"

# A machine with TeX has them already.
for texmf in /usr/share/texlive/texmf-dist /usr/share/texmf-dist; do
    here=$texmf/fonts/opentype/public/fandol
    if complete "$here"; then
        cp "${fonts[@]/#/$here/}" "$folder/"
        echo "字体：取自本机 $here"
        exit 0
    fi
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"

# The machine's own package lists if it has any, else fresh ones in a folder of our own, which needs no root.
download() {
    cd "$work"
    local patience=(-o Acquire::Retries=1 -o Acquire::http::Timeout=20 -o Acquire::https::Timeout=20)
    apt-get "${patience[@]}" download "$package" && return
    mkdir -p state/lists/partial cache/archives/partial
    local own=("${patience[@]}" -o "Dir::State=$work/state" -o "Dir::State::status=/var/lib/dpkg/status" -o "Dir::Cache=$work/cache")
    apt-get "${own[@]}" update && apt-get "${own[@]}" download "$package"
}

unpack() {
    dpkg-deb --fsys-tarfile "$work/$package"_*.deb \
        | tar --extract --directory "$work" --wildcards '*/public/fandol/Fandol*.otf' '*/fonts/fandol/COPYING*' '*/fonts/fandol/README*'
    cp "$work"/usr/share/doc/texlive-doc/fonts/fandol/* "$folder/"
    cp "${fonts[@]/#/$work/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol/}" "$folder/"
}

echo "字体：从 $package 中取 FandolFang、FandolKai、FandolHei（约 50 MB，只此一次）"
if command -v apt-get >/dev/null && (download) >"$work/log" 2>&1 && (unpack) >>"$work/log" 2>&1 && complete "$folder"; then
    echo "字体：已放入 $folder"
else
    tail -n 3 "$work/log" 2>/dev/null || true
    echo "字体未能取得，仿宋、楷体、黑体暂以 Noto 字体代替。可在 Debian 或 Ubuntu 上执行："
    echo "    apt-get download $package && dpkg-deb -x ${package}_*.deb fandol"
    echo "并把其中的 ${fonts[*]} 放入 $folder"
fi

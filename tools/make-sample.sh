#!/bin/sh
# Makes the workbooks of samples/kontum-2017 again: the .xlsx ones from the generator, the others from it by LibreOffice.
# Usage: tools/make-sample.sh [all]
# Without "all", a converted file that is there already is left alone: LibreOffice does not give the same bytes twice.
set -eu
cd "$(dirname "$0")/.."
inbox=samples/kontum-2017/phieu-nop
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cargo run --quiet -p tonghop-tools --bin make_sample "$work/xlsx"
# The made-up year before, consolidated; exit status 1 says that there are findings.
rm -f samples/kontum-2016-tong-hop.xlsx
cargo run --quiet -- consolidate samples/kontum-2016 -o samples/kontum-2016-tong-hop.xlsx --fail-on never >/dev/null

# convert FILE FILTER: from $work/xlsx to the inbox; FILE is the path below the inbox.
convert() {
    [ "${all:-}" = yes ] || [ ! -e "$inbox/$1" ] || return 0
    mkdir -p "$(dirname "$inbox/$1")"
    soffice -env:UserInstallation="file://$work/profile" --headless --norestore \
        --convert-to "${1##*.}:$2" --outdir "$(dirname "$inbox/$1")" "$work/xlsx/${1%.*}.xlsx" >/dev/null
    [ -e "$inbox/$1" ] || { echo "$1 was not made" >&2; exit 1; }
    echo "$1"
}
[ "${1:-}" = all ] && all=yes

tail -n +2 samples/kontum-2017-source/returns.csv | cut -d, -f2 | while IFS= read -r file; do
    case $file in
    *.xls) convert "$file" "MS Excel 97" ;;
    *.ods) convert "$file" calc8 ;;
    *.xlsm) convert "$file" "Calc MS Excel 2007 VBA XML" ;;
    esac
done

# The spoiled sample is made from the workbooks above.
cargo build --quiet
cargo run --quiet -p tonghop-tools --bin make_spoiled target/debug/tonghop

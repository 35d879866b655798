#!/usr/bin/env bash
# Pictures of every view with made-up answers: dev/look.sh OUT [WIDTHxHEIGHT ...]
set -euo pipefail
cd "$(dirname "$0")"
out=$1; shift
sizes=("$@"); [ ${#sizes[@]} -gt 0 ] || sizes=(1280x800 1000x700)
mkdir -p "$out"
site=$(mktemp -d); profile=$(mktemp -d)
npx vite build --config vite.config.ts --outDir "$site" --logLevel warn
python3 -m http.server 4178 --bind 127.0.0.1 --directory "$site" >/dev/null 2>&1 &
server=$!
trap 'kill $server; rm -rf "$site" "$profile"' EXIT
sleep 1
shoot() { # name query hash size
  chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run \
    --disable-background-networking --disable-component-update --disable-sync \
    --user-data-dir="$profile" --hide-scrollbars --window-size="${4/x/,}" --virtual-time-budget=4000 \
    --screenshot="$out/$1.png" "http://127.0.0.1:4178/?$2#$3" >/dev/null 2>&1
}
if [ -n "${ONE:-}" ]; then # ONE="name query hash"
  while read -r name query hash; do shoot "$name" "$query" "$hash" "${sizes[0]}"; done <<<"$ONE"
  exit
fi
for size in "${sizes[@]}"; do for theme in light dark; do
  while read -r name hash; do shoot "$name-$theme-$size" "theme=$theme" "$hash" "$size"; done <<'VIEWS'
overview /overview
revenue /revenue/2026-10
moved /revenue/2026-10?list=moved%3A2026-10
retention /retention
churn /churn/2026-07
customers /customers
customer /customers/12
surveys /surveys
surveys-index /surveys?survey=Loyalty%20index
enter /surveys/enter
follow /surveys/follow
answers /surveys?list=answers%3ANPS
import /import/0
settings /settings
VIEWS
  shoot "welcome-$theme-$size" "first&theme=$theme" "" "$size"
done; done

#!/usr/bin/env bash
# Brings what the tests need beyond Python packages, where it is missing and can be had:
# Debian's Chromium and PostgreSQL. What cannot be had is said here, and its tests skip aloud.
set -u
missing=()
[ -x /usr/bin/chromium ] || missing+=(chromium)
ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 || missing+=(postgresql)
if [ ${#missing[@]} -gt 0 ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "tests/prepare.sh: installing ${missing[*]} through apt"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >/tmp/rapporteur-apt.log 2>&1 \
      || echo "tests/prepare.sh: apt could not install ${missing[*]}; their tests will be skipped"
  else
    echo "tests/prepare.sh: ${missing[*]} missing and only root can install it; its tests will be skipped"
  fi
fi
# axe-core, which looks at the pages as an assistive technology would.
if [ ! -f .work/axe/node_modules/axe-core/axe.min.js ]; then
  if command -v npm >/dev/null; then
    npm install --silent --no-audit --no-fund --prefix .work/axe axe-core@4 >/tmp/rapporteur-npm.log 2>&1 \
      || echo "tests/prepare.sh: npm could not install axe-core; the accessibility tests will be skipped"
  else
    echo "tests/prepare.sh: npm is missing; the accessibility tests will be skipped"
  fi
fi
exit 0

#!/bin/sh
# Sees to it that the browser tests find a Chromium, by whatever the system offers; says so where it cannot.
for name in chromium chromium-browser google-chrome; do
    command -v "$name" >/dev/null && exit 0
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "installing Debian's chromium for the browser tests"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium >/dev/null && exit 0
fi
echo "fetching Playwright's Chromium for the browser tests"
timeout 180 python -m playwright install chromium && exit 0
echo "no Chromium here and none could be fetched; install one and put it on the PATH as chromium"

#!/bin/sh
# Sees to it that the browser tests find a Chromium, and the proxy test an nginx, by whatever the system offers.
have_shell() { command -v chromium-headless-shell; } >/dev/null
have_chromium() { have_shell || command -v chromium || command -v chromium-browser || command -v google-chrome; } >/dev/null
have_nginx() { command -v nginx || [ -x /usr/sbin/nginx ]; } >/dev/null

missing=""
have_shell || missing="chromium-headless-shell"
have_nginx || missing="$missing nginx-light"
if [ -n "$missing" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "installing $missing for the browser tests"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    # One by one: a system may lack one of them.
    for tool in $missing; do apt-get install -y -qq --no-install-recommends "$tool" >/dev/null; done
    have_chromium || apt-get install -y -qq --no-install-recommends chromium >/dev/null
fi
have_nginx || echo "no nginx here: the test of the reverse proxy is skipped"
have_chromium && exit 0
echo "fetching Playwright's Chromium for the browser tests"
timeout 180 python -m playwright install chromium && exit 0
echo "no Chromium here and none could be fetched; install one and put it on the PATH as chromium"

#!/usr/bin/env bash
# Finds or installs one exact version of ailint, and says where it and its cache are.
set -euo pipefail

refuse() {
  printf '::error title=ailint::%s\n' "$1"
  exit 2
}

home="$RUNNER_TEMP/ailint"
version="$INPUT_VERSION"

if [[ -z "$version" ]]; then
  version="$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' "$GITHUB_ACTION_PATH/src/ailint/__init__.py")"
  wanted="$GITHUB_ACTION_PATH"
elif [[ "$version" =~ ^[0-9]+(\.[0-9]+)*([a-z0-9.+-]*)$ ]]; then
  wanted="ailint-cli==$version"
elif [[ "$version" == /* || "$version" == ./* ]] && [[ -e "$version" ]]; then
  wanted="$(cd "$(dirname "$version")" && pwd)/$(basename "$version")"
else
  refuse "the input version is neither an exact version, such as 1.2.3, nor a path that is there and begins with / or ./"
fi

if [[ "$(ailint --version 2>/dev/null || true)" == "ailint, version $version" ]]; then
  ailint="$(command -v ailint)"
elif command -v uv >/dev/null; then
  UV_TOOL_DIR="$home/tools" UV_TOOL_BIN_DIR="$home/bin" uv tool install --quiet --force "$wanted"
  ailint="$home/bin/ailint"
elif command -v pipx >/dev/null; then
  PIPX_HOME="$home/tools" PIPX_BIN_DIR="$home/bin" pipx install --quiet --force "$wanted"
  ailint="$home/bin/ailint"
else
  refuse "neither uv nor pipx is on this runner, and one of them has to install ailint"
fi

version="$("$ailint" --version)"
{
  printf 'ailint=%s\n' "$ailint"
  printf 'version=%s\n' "${version##* }"
  printf 'cache=%s\n' "$home/cache"
} >>"$GITHUB_OUTPUT"

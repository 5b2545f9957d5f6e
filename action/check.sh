#!/usr/bin/env bash
# Runs ailint once: text and annotations to the log, the summary to the job, JSON and SARIF to files. The gate is a step of its own.
set -euo pipefail

reports="$(mktemp -d "$RUNNER_TEMP/ailint-reports.XXXXXX")"
options=(
  check --output-format=full
  "--report=json=$reports/ailint.json"
  "--report=github=$reports/annotations.txt"
  "--report=markdown=$reports/summary.md"
)

add() {
  if [[ -n "$2" ]]; then
    options+=("$1=$2")
  fi
}

if [[ "$INPUT_SARIF" == true || "$INPUT_UPLOAD_SARIF" == true ]]; then
  options+=("--report=sarif=$reports/ailint.sarif")
fi
add --stage "$INPUT_STAGE"
add --fail-on "$INPUT_FAIL_ON"
add --fail-under "$INPUT_FAIL_UNDER"
add --diff-base "$INPUT_DIFF_BASE"

# xargs takes quotes off as a shell does, and expands nothing
if [[ -n "${INPUT_ARGS//[[:space:]]/}" ]]; then
  if ! printf '%s' "$INPUT_ARGS" | xargs printf '%s\0' >"$reports/args" 2>/dev/null; then
    printf '::error title=ailint::the input args has a quote without its pair\n'
    exit 2
  fi
  while IFS= read -r -d '' word; do
    if [[ "$word" == --show-suppressed && "$INPUT_UPLOAD_SARIF" == true ]]; then
      printf '::error title=ailint::code scanning would open alerts for suppressed findings: leave --show-suppressed out, or upload-sarif\n'
      exit 2
    fi
    options+=("$word")
  done <"$reports/args"
fi

# whatever is printed in between, the runner obeys none of it
token="$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')"
code=0
printf '::stop-commands::%s\n' "$token"
"$AILINT" "${options[@]}" -- "$INPUT_PATH" 2>&1 || code=$?
printf '::%s::\n' "$token"

if [[ "$INPUT_ANNOTATIONS" == true && -s "$reports/annotations.txt" ]]; then
  cat "$reports/annotations.txt"
fi
if [[ "$INPUT_SUMMARY" == true && -s "$reports/summary.md" ]]; then
  cat "$reports/summary.md" >>"$GITHUB_STEP_SUMMARY"
fi

{
  printf 'exit-code=%s\n' "$code"
  if [[ -s "$reports/ailint.json" ]]; then
    printf 'json-file=%s\n' "$reports/ailint.json"
    "$(command -v python3 || command -v python)" "$GITHUB_ACTION_PATH/action/outputs.py" "$reports/ailint.json"
  fi
  if [[ -s "$reports/ailint.sarif" ]]; then
    printf 'sarif-file=%s\n' "$reports/ailint.sarif"
  fi
} >>"$GITHUB_OUTPUT"

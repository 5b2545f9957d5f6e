#!/usr/bin/env bash
set -euo pipefail
claude -p "$PROMPT" --dangerously-skip-permissions  # ruleid: agent-permission-bypass
claude -p "$PROMPT" --allowedTools "Read,Grep"  # ok: agent-permission-bypass
claude -p "$PROMPT" --permission-mode bypassPermissions  # ruleid: agent-permission-bypass
claude -p "$PROMPT" --permission-mode acceptEdits  # ok: agent-permission-bypass
codex exec --dangerously-bypass-approvals-and-sandbox "$PROMPT"  # ruleid: agent-permission-bypass
codex exec --sandbox=danger-full-access "$PROMPT"  # ruleid: agent-permission-bypass
codex exec --sandbox workspace-write "$PROMPT"  # ok: agent-permission-bypass
gemini --yolo -p "$PROMPT"  # ruleid: agent-permission-bypass
gemini -p "$PROMPT" --approval-mode auto_edit  # ok: agent-permission-bypass
aider --yes-always --message "$PROMPT"  # ruleid: agent-permission-bypass
apt-get install -y ripgrep  # ok: agent-permission-bypass
timeout 600 docker run --rm agent claude -p "$PROMPT" --dangerously-skip-permissions  # ruleid: agent-permission-bypass
echo "done"  # ok: agent-permission-bypass

claude --dangerously-skip-permissions  # ok: agent-permission-bypass

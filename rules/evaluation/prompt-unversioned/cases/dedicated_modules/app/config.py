from pathlib import Path

MODEL = "claude-opus-4-8"
PROMPTS = Path(__file__).parent / "prompt_files"

# ok: prompt-unversioned
FALLBACK_INSTRUCTIONS = """You answer questions about our opening hours.
Monday to Friday we are open from eight to six.
On Saturday we close at noon.
On Sunday we are closed."""

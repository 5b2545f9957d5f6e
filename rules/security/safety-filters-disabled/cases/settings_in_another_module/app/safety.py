from google.genai import types

RELAXED = [types.SafetySetting(category="HARM_CATEGORY_HARASSMENT", threshold="BLOCK_NONE")]  # ruleid: safety-filters-disabled
DEFAULT = [types.SafetySetting(category="HARM_CATEGORY_HARASSMENT", threshold="BLOCK_ONLY_HIGH")]  # ok: safety-filters-disabled

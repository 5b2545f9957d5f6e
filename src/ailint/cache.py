"""The cache: where compiled tables are kept between runs."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def cache_folder() -> Path | None:
    """The user's cache folder for ailint; None where there is no home or AILINT_NO_CACHE is set."""
    if os.environ.get("AILINT_NO_CACHE"):
        return None
    if chosen := os.environ.get("AILINT_CACHE_DIR"):
        return Path(chosen)
    try:
        return _caches() / "ailint"
    except RuntimeError:
        return None


def _caches() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")

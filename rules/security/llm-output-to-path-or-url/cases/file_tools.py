"""Tools of an assistant that works in a folder."""

import os
import shutil
from pathlib import Path

from agents import Agent, RunContextWrapper, function_tool
from langchain_core.tools import tool
from werkzeug.utils import secure_filename

ROOT = Path("workspace").resolve()


@tool
def read_file(path: str) -> str:
    """Read a file of the workspace."""
    return open(path).read()  # ruleid: llm-output-to-path-or-url


@tool
def write_file(path: str, text: str) -> str:
    """Write a file of the workspace."""
    target = ROOT / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text)  # ruleid: llm-output-to-path-or-url
    return f"{len(text)} characters written"


@tool
def read_inside(path: str) -> str:
    """Read a file of the workspace, and of nowhere else."""
    target = (ROOT / path).resolve()
    target.relative_to(ROOT)
    return target.read_text()  # ok: llm-output-to-path-or-url


@tool
def delete_inside(path: str) -> str:
    """Delete a file of the workspace."""
    target = (ROOT / path).resolve()
    if not target.is_relative_to(ROOT):
        return "outside of the workspace"
    target.unlink()  # ok: llm-output-to-path-or-url
    return "deleted"


@function_tool
def rename(old: str, new: str) -> str:
    """Rename a file."""
    os.rename(os.path.join(ROOT, old), os.path.join(ROOT, new))  # ruleid: llm-output-to-path-or-url
    return new


@function_tool
def remove_folder(name: str) -> str:
    """Remove a folder of the workspace."""
    folder = os.path.realpath(os.path.join(ROOT, name))
    if os.path.commonpath([ROOT, folder]) != str(ROOT):
        raise ValueError(name)
    shutil.rmtree(folder)  # ok: llm-output-to-path-or-url
    return "removed"


@function_tool
def save(name: str, text: str) -> str:
    """Save a note under a name."""
    (ROOT / "notes" / secure_filename(name)).write_text(text)  # ok: llm-output-to-path-or-url
    (ROOT / "notes" / Path(name).name).write_text(text)  # ok: llm-output-to-path-or-url
    return name


@function_tool
def chapter(number: int) -> str:
    """Read a chapter of the manual."""
    return (ROOT / f"chapter-{number}.md").read_text()  # ok: llm-output-to-path-or-url


@function_tool
def profile(context: RunContextWrapper[dict]) -> str:
    """Read the profile of the current user."""
    return Path(context.context["profile"]).read_text()  # ok: llm-output-to-path-or-url


agent = Agent(name="Clerk", model="gpt-4.1-2025-04-14", instructions="Keep the files.", tools=[rename, remove_folder, save, chapter, profile])

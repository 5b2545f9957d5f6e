"""File formats: what a file is read as, told from its name and the folders it stands in."""

from __future__ import annotations

import re
from posixpath import basename, splitext

OTHER = "other"

ENDINGS = {
    "notebook": (".ipynb",),
    "python": (".py", ".pyw"),
    "typescript": (".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs"),
    "yaml": (".yaml", ".yml", ".dvc"),
    "toml": (".toml",),
    "json": (".json", ".jsonc"),
    "env": (".env",),
    "make": (".mk", ".just"),
    "dockerfile": (".dockerfile",),
    "prompt": (".prompt", ".prompty"),
    "sql": (".sql",),
    "prisma": (".prisma",),
    "terraform": (".tf", ".tfvars"),
    "bicep": (".bicep", ".bicepparam"),
    "shell": (".sh", ".bash", ".zsh"),
}
BY_ENDING = {ending: name for name, endings in ENDINGS.items() for ending in endings}

LOCKS = frozenset({
    "poetry.lock", "uv.lock", "pdm.lock", "Pipfile.lock", "package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "bun.lock",
})  # fmt: skip
NAMES = {
    "requirements": LOCKS | {"pyproject.toml", "package.json", "setup.py", "setup.cfg", "Pipfile", "environment.yml", "environment.yaml"},
    "make": {
        "Makefile",
        "makefile",
        "GNUmakefile",
        "justfile",
        "Justfile",
        ".justfile",
        "tox.ini",
        "Procfile",
        "dvc.yaml",
        "Taskfile.yml",
        "Taskfile.yaml",
        "taskfile.yml",
        "taskfile.yaml",
        "mise.toml",
        ".mise.toml",
        "pixi.toml",
    },
    "yaml": {"MLproject", "MLmodel", "dvc.lock"},
    "terraform": {"terragrunt.hcl", ".terraform.lock.hcl"},
    "prompt": {"AGENTS.md", "AGENT.md", "CLAUDE.md", "GEMINI.md", "SKILL.md", "copilot-instructions.md", ".cursorrules", ".windsurfrules"},
    "workflow": {"Jenkinsfile"},
    "env": {".env", ".envrc", "env.example", "dotenv"},
}
BY_NAME = {file: name for name, files in NAMES.items() for file in files}

BY_PATH = [
    ("workflow", re.compile(r"(?:^|/)\.github/(?:workflows/[^/]+|actions/.+)\.ya?ml$")),
    ("workflow", re.compile(r"(?:^|/)(?:\.circleci|\.buildkite)/[^/]+\.ya?ml$")),
    ("workflow", re.compile(r"(?:^|/)(?:\.gitlab-ci|bitbucket-pipelines|cloudbuild|\.travis|\.drone|buildspec|action)\.ya?ml$")),
    ("workflow", re.compile(r"(?:^|/)(?:\.?azure[-_]?pipelines?[^/]*|(?:\.gitlab|\.azuredevops|azure-pipelines)/.+)\.ya?ml$")),
    ("workflow", re.compile(r"(?:^|/)[^/]*\.(?:jenkinsfile|gitlab-ci\.ya?ml)$|(?:^|/)Jenkinsfile\.[^/]+$")),
    ("requirements", re.compile(r"(?:^|/)(?:[\w.-]*requirements[\w.-]*|constraints[\w.-]*)\.(?:txt|in)$", re.IGNORECASE)),
    ("requirements", re.compile(r"(?:^|/)(?:requirements|reqs|constraints)/(?:.+/)?[\w.-]+\.(?:txt|in)$")),
    ("dockerfile", re.compile(r"(?:^|/)(?:Docker|Container)file(?:[.-][\w.-]+)?$|(?:^|/)[\w.-]+\.(?:Docker|docker|Container)file$")),
    ("make", re.compile(r"(?:^|/)(?:Makefile|Procfile)\.[\w-]+$")),
    ("env", re.compile(r"(?:^|/)(?:\.env|env)[.-](?![\w.-]*\.?(?:ya?ml|json|toml)$)[\w.-]+$|(?:^|/)[\w.-]+\.env(?:\.[\w-]+)?$")),
    (
        "prompt",
        re.compile(r"(?:^|/)(?:\.claude/(?:agents|commands|skills)/.+\.md|\.cursor/rules/.+\.mdc|\.github/(?:agents|chatmodes|prompts)/[^/]+\.md)$"),
    ),
    (
        "table",
        re.compile(
            r"(?:^|[/_.-])(?:evals?|evaluations?|golden|ground[_-]?truth|benchmarks?|tests?|test[_-]?sets?|(?:test[_-]?)?cases?|questions?|qa|queries"
            r"|few[_-]?shots?|examples?|train(?:ing)?|fine[_-]?tun\w*|sft|datasets?|red[_-]?team\w*|annotations?|prompts?)"
            r"(?:[/_.-][^/]*|[/_.-].+/[^/]*)?\.(?:jsonl|ndjson|csv|tsv)$",
            re.IGNORECASE,
        ),
    ),
    (
        "prompt",
        re.compile(
            r"(?:^|/)(?:[^/]*prompts?[^/]*/(?:.+/)?[^/]+|[^/]*prompts?[^/]*)\.(?:md|mdx|txt|jinja2?|j2|tmpl|tpl|mustache|hbs)$", re.IGNORECASE
        ),
    ),
]

ROOMY = 16
READ = frozenset({
    "python", "notebook", "yaml", "json", "toml", "env", "workflow", "dockerfile", "make", "requirements", "prompt", "shell", "terraform", "bicep",
    "sql", "prisma", "drizzle", "table",
})  # fmt: skip
# formats of which the first bytes are enough
HEADS = {"prompt": 1 << 20, "table": 1 << 16}
CODE = frozenset({*ENDINGS["python"], *ENDINGS["typescript"], *ENDINGS["notebook"]})


def format_of(path: str) -> str:
    """The format of a file, `other` where it is listed but never read."""
    name = basename(path)
    if name in BY_NAME:
        return BY_NAME[name]
    ending = splitext(name)[1].lower()
    if ending in CODE:
        return BY_ENDING[ending]
    return next((known for known, pattern in BY_PATH if pattern.search(path)), BY_ENDING.get(ending, OTHER))


def size_limit(path: str, format_: str, limit: int) -> int | None:
    """Bytes up to which a file is read whole; None where its size does not matter.

    The size of a lock or a notebook says nothing about how much there is to understand; of a prompt or a data set the head is enough.
    """
    if format_ not in READ or format_ in HEADS:
        return None
    return limit * ROOMY if format_ == "notebook" or basename(path) in LOCKS else limit

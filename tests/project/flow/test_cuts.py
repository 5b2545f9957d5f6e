"""Cuts: what is harmless to one family of sinks, and to no other."""

from __future__ import annotations

import pytest

from tests.linked import linked, marked_argument

ASK = "from litellm import completion\nanswer = completion(model='m', messages=[]).choices[0].message.content\n"
CUT = {
    "escaped for a page": ("html", "from html import escape\nsink(f'<p>{escape(answer)}</p>')\n"),
    "cleaned for a page": ("html", "import nh3\nsink(nh3.clean(answer))\n"),
    "cleaned by an object": ("html", "from bleach.sanitizer import Cleaner\ncleaner = Cleaner(tags=['b'])\nsink(cleaner.clean(answer))\n"),
    "cleaned in a function": ("html", "import nh3\ndef page(text):\n    return '<p>' + nh3.clean(text)\nsink(page(answer))\n"),
    "angle brackets replaced": ("html", "sink(answer.replace('<', '&lt;').replace('>', '&gt;'))\n"),
    "tags taken out by a pattern": ("html", "import re\nTAG = re.compile(r'<[^>]+>')\nsink(TAG.sub('', answer))\n"),
    "the name of a path": ("path", "from pathlib import Path\nsink(Path('out') / Path(answer).name)\n"),
    "the name of a path, by way of a variable": ("path", "from pathlib import Path\ntarget = Path(answer)\nsink(target.name)\n"),
    "the last part of a path": ("path", "import os\nsink(os.path.join('out', os.path.basename(answer)))\n"),
    "a file name made safe": ("path", "from werkzeug.utils import secure_filename\nsink(secure_filename(answer))\n"),
    "all but letters replaced": ("path", "import re\nsink(re.sub(r'[^a-z0-9]+', '-', answer))\n"),
    "separators replaced": ("path", "sink('out/' + answer.replace('/', '_'))\n"),
    "replaced by a named pattern": ("path", "import re\nUNSAFE = r'[<>:\"/]'\nsink(re.sub(UNSAFE, '_', answer))\n"),
    "what a pattern finds, words only": ("path", "import re\nsink(re.search(r'file: ([\\w-]+)', answer).group(1) + '.txt')\n"),
    "a query string": ("url", "from urllib.parse import urlencode\nsink('https://x.org/?' + urlencode({'q': answer}))\n"),
    "a part after a fixed host": ("url", "sink(f'https://x.org/items/{answer}')\n"),
    "a part after a host of the code's": ("url", "BASE = 'https://x.org'\nsink(BASE + '/items/' + answer)\n"),
    "a part after a formatted host": ("url", "sink('https://x.org/items/{}'.format(answer))\n"),
    "a path of its client's host": ("url", "sink(f'/items/{answer}')\n"),
    "a quoted word": ("shell", "import shlex\nsink(f'grep {shlex.quote(answer)} log')\n"),
    "a quoted identifier": ("sql", "from psycopg import sql\nsink(sql.Identifier(answer))\n"),
}
KEPT = {
    "nothing done": ("html", "sink(answer)\n"),
    "another family": ("sql", "from html import escape\nsink(escape(answer))\n"),
    "quoted for a shell, not for a page": ("html", "import shlex\nsink(' '.join(shlex.split(answer)))\n"),
    "quoting with separators kept": ("path", "from urllib.parse import quote\nsink(quote(answer))\n"),
    "a fence taken out": ("html", "import re\nsink(re.sub('```html', '', answer))\n"),
    "spaces replaced": ("path", "sink(answer.replace(' ', '_'))\n"),
    "what a pattern finds, anything": ("path", "import re\nsink(re.search(r'file: (.+)', answer).group(1))\n"),
    "what a pattern finds, words and more": ("path", "import re\nsink(re.search(r'(\\w+): ([\\w/.]+)', answer).group(2))\n"),
    "what a pattern of words finds, as a host": ("url", "import re\nsink('http://' + re.search(r'(\\w+)', answer).group(1))\n"),
    "the folder of a path": ("path", "from pathlib import Path\nsink(Path(answer).parent)\n"),
    "the name of something else": ("path", "import json\nsink(json.loads(answer).name)\n"),
    "a method of the project of that name": ("html", "def replace(old, text):\n    return text\nsink(replace('<', answer))\n"),
    "joined": ("path", "import os\nsink(os.path.join('out', answer))\n"),
    "resolved": ("path", "from pathlib import Path\nsink((Path('out') / answer).resolve())\n"),
    "the host": ("url", "sink(f'https://{answer}/items')\n"),
    "the end of the host": ("url", "sink(f'https://x.org{answer}')\n"),
    "an address and its path": ("url", "sink(f'{answer}/items')\n"),
    "one of two": ("html", "import nh3\nsink(nh3.clean(answer) if len(answer) > 9 else answer)\n"),
}


def against(family: str, code: str) -> list[str]:
    project = linked(ASK + code)
    return [trace.kind for trace in project.flow.model_output(*marked_argument(project, "sink"), against=family)]


@pytest.mark.parametrize(("family", "code"), CUT.values(), ids=CUT.keys())
def test_cut(family: str, code: str) -> None:
    assert against(family, code) == []


@pytest.mark.parametrize(("family", "code"), KEPT.values(), ids=KEPT.keys())
def test_kept(family: str, code: str) -> None:
    assert against(family, code) == ["output"]


def test_what_is_cut_is_found_where_no_family_is_asked_about() -> None:
    assert against("", "import shlex\nsink(' '.join(shlex.split(answer)))\n") == ["output"]


def test_what_is_only_altered_is_not_certainly_harmless() -> None:
    project = linked(ASK + "sink(answer.replace('/', '_'))\n")
    assert project.flow.sources(*marked_argument(project, "sink"), "path", certain=True) != ()


def test_a_family_that_is_not_in_the_table_is_an_error() -> None:
    with pytest.raises(KeyError):
        against("htlm", "sink(answer.name)\n")

"""Within one function: what a value keeps of a model's answer, and what it does not."""

from __future__ import annotations

import pytest

from tests.linked import marked, traced

ASK = "from litellm import completion\nanswer = completion(model='m', messages=[]).choices[0].message.content  # from: output\n"
AWAY = ASK.replace("  # from: output", "")

KEPT = {
    "assignment": "text = answer\nsink(text)\n",
    "assignment in a condition": "if (text := answer):\n    sink(text)\n",
    "a chained assignment": "one = two = answer\nsink(one)\n",
    "unpacking": "text, number = answer, 1\nsink(text)\n",
    "unpacking of a call": "head, tail = answer.split(',', 1)\nsink(tail)\n",
    "augmented assignment": "text = ''\ntext += answer\nsink(text)\n",
    "an f-string": "sink(f'run {answer} now')\n",
    "format": "sink('run {}'.format(answer))\n",
    "format of a name": "template = 'run {text}'\nsink(template.format(text=answer))\n",
    "the percent sign": "sink('run %s' % answer)\n",
    "the percent sign and a tuple": "sink('%s %s' % (1, answer))\n",
    "plus": "sink('run ' + answer)\n",
    "join of a list": "sink(' '.join(['run', answer]))\n",
    "join of a list made before": "parts = ['run']\nparts.append(answer)\nsink(' '.join(parts))\n",
    "a slice": "sink(answer[3:])\n",
    "a method of text": "sink(answer.strip().lower())\n",
    "a conditional expression": "sink(answer if given else 'ls')\n",
    "one of two": "sink(given or answer)\n",
    "the last of two": "sink(given and answer)\n",
    "a branch": "text = 'ls'\nif given:\n    text = answer\nsink(text)\n",
    "a handler": "try:\n    text = answer\nexcept ValueError:\n    text = ''\nsink(text)\n",
    "a list": "sink(['run', answer])\n",
    "a list's item": "parts = [1, answer]\nsink(parts[1])\n",
    "a dictionary's entry": "call = {'code': answer, 'name': 'x'}\nsink(call['code'])\n",
    "a dictionary's entry by get": "call = {'code': answer}\nsink(call.get('code'))\n",
    "the default of get": "call = {}\nsink(call.get('code', answer))\n",
    "the keys of a dictionary": "call = {answer: 1}\nfor name, number in call.items():\n    sink(name)\n",
    "a key put there": "call = {}\ncall[answer] = 1\nfor name, number in call.items():\n    sink(name)\n",
    "the keys of what was read": "import json\nfor name, number in json.loads(answer).items():\n    sink(name)\n",
    "an entry put there": "call = {}\ncall['code'] = answer\nsink(call['code'])\n",
    "an entry of an updated dictionary": "call = {}\ncall.update(code=answer)\nsink(call)\n",
    "an entry that an update brings": "call = {}\ncall.update({'code': answer, 'name': 'x'})\nsink(call['code'])\n",
    "an entry by keyword of an update": "call = {}\ncall.update(code=answer, name='x')\nsink(call['code'])\n",
    "a default put there": "call = {}\ncall.setdefault('code', answer)\nsink(call['code'])\n",
    "an entry of an item of an extended list": "calls = []\ncalls.extend([{'code': answer}])\nfor call in calls:\n    sink(call['code'])\n",
    "an entry of an item of a list": "calls = []\ncalls.append({'code': answer, 'name': 'x'})\nfor call in calls:\n    sink(call['code'])\n",
    "an attribute by getattr": "sink(getattr(answer, 'text', ''))\n",
    "the default of a getattr": "sink(getattr(settings, 'text', answer))\n",
    "a spread dictionary": "call = {'code': answer}\nsink({**call, 'name': 'x'}['code'])\n",
    "a comprehension": "sink([line for line in answer.splitlines()])\n",
    "a dictionary comprehension": "sink({n: line for n, line in enumerate(answer.split())})\n",
    "a generator expression": "sink(''.join(c for c in answer))\n",
    "iteration": "for line in answer.splitlines():\n    sink(line)\n",
    "iteration with a count": "for n, line in enumerate(answer.splitlines()):\n    sink(line)\n",
    "iteration over pairs": "for name, line in zip(['a'], [answer]):\n    sink(line)\n",
    "a match": "match answer:\n    case str(text):\n        sink(text)\n",
    "parsed json": "import json\nsink(json.loads(answer)['code'])\n",
    "parsed json, then a method": "import json\nsink(json.loads(answer).get('code', ''))\n",
    "a regular expression": "import re\nsink(re.search('x(.*)', answer).group(1))\n",
    "a compiled regular expression": "import re\nPATTERN = re.compile('x(.*)')\nsink(PATTERN.findall(answer)[0])\n",
    "a regular expression that replaces": "import re\nsink(re.sub('`', '', answer))\n",
    "dedent": "import textwrap\nsink(textwrap.dedent(answer))\n",
    "text of it": "sink(str(answer))\n",
    "decoding": "import base64\nsink(base64.b64decode(answer).decode())\n",
    "a file in memory": "import io\nsink(io.StringIO(answer))\n",
    "a while loop": "text = ''\nwhile given:\n    sink(text)\n    text = answer\n",
    "a lambda's body": "make = lambda: answer\nsink(make())\n",
}
LOST = {
    "another entry that an update brings": "call = {}\ncall.update({'code': answer, 'name': 'x'})\nsink(call['name'])\n",
    "another entry by keyword of an update": "call = {}\ncall.update(code=answer, name='x')\nsink(call['name'])\n",
    "another default put there": "call = {}\ncall.setdefault('code', answer)\nsink(call['name'])\n",
    "another entry of an item of an extended list": (
        "calls = []\ncalls.extend([{'code': answer, 'name': 'x'}])\nfor call in calls:\n    sink(call['name'])\n"
    ),
    "another entry of what may be one or several": (
        "def run(calls):\n    if isinstance(calls, dict):\n        calls = [calls]\n    for call in calls:\n        sink(call['name'])\n"
        "run([{'code': answer, 'name': 'x'}])\n"
    ),
    "another entry of what may be one or several, of a list that grew": (
        "def made():\n    found = []\n    found.append({'code': answer, 'name': 'x'})\n    return found\n"
        "def run(calls):\n    if isinstance(calls, dict):\n        calls = [calls]\n    for call in calls:\n        sink(call['name'])\nrun(made())\n"
    ),
    "the name of a file that it is written to": "with open('out.txt', 'w') as file:\n    file.write(answer)\nsink(file.name)\n",
    "the keys beside it": "call = {'code': answer}\nfor name, text in call.items():\n    sink(name)\n",
    "another variable": "text = 'ls'\nsink(text)\n",
    "a variable bound again": "text = answer\ntext = 'ls'\nsink(text)\n",
    "a variable bound afterwards": "text = 'ls'\nsink(text)\ntext = answer\n",
    "another item of a list": "parts = [answer, 'ls']\nsink(parts[1])\n",
    "another entry of a dictionary": "call = {'code': answer, 'name': 'x'}\nsink(call['name'])\n",
    "another entry than the spread one's": "call = {'code': answer}\nsink({**call, 'name': 'x'}['name'])\n",
    "the key of an entry": "call = {'code': answer}\nfor name, value in call.items():\n    sink(name)\n",
    "another entry put there": "call = {'name': 'x'}\ncall['code'] = answer\nsink(call['name'])\n",
    "another entry by get": "call = {'code': answer, 'name': 'x'}\nsink(call.get('name'))\n",
    "the other of two": "first, second = answer, 'ls'\nsink(second)\n",
    "a comparison": "sink(answer == 'yes')\n",
    "a test of membership": "sink('yes' in answer)\n",
    "not": "sink(not answer)\n",
    "its length": "sink(len(answer))\n",
    "a number read from it": "sink(int(answer))\n",
    "a number read from its json": "import json\nsink(float(json.loads(answer)['score']))\n",
    "where something stands in it": "sink(answer.find('x'))\n",
    "whether it begins so": "sink(answer.startswith('x'))\n",
    "how often it says something": "sink(answer.count('x'))\n",
    "a digest": "import hashlib\nsink(hashlib.sha256(answer.encode()).hexdigest())\n",
    "what stands for it in a table": "TABLE = {'a': 'ls'}\nsink(TABLE[answer])\n",
    "what stands for it in a table, by get": "TABLE = {'a': 'ls'}\nsink(TABLE.get(answer, 'ls'))\n",
    "the items of a comprehension that are on a closed list": "sink([word for word in answer.split() if word in ('ls', 'pwd')])\n",
    "a conditional expression with a closed list": "sink(answer if answer in ('ls', 'pwd') else 'ls')\n",
    "a conditional expression with a closed list, turned": "sink('ls' if answer not in ('ls', 'pwd') else answer)\n",
    "the condition of a conditional expression": "sink('ls' if answer else 'pwd')\n",
    "the condition of a branch": "text = 'ls'\nif answer:\n    text = 'pwd'\nsink(text)\n",
    "the number of a line": "for n, line in enumerate(answer.splitlines()):\n    sink(n)\n",
    "escaped for a pattern": "import re\nsink(re.escape(answer))\n",
    "an unknown library": "import elsewhere\nsink(elsewhere.checked(answer))\n",
    "an unknown function": "sink(checked(answer))\n",
    "an object of an unknown library": "from elsewhere import Report\nreport = Report(answer)\nsink(report.total)\n",
    "a member of an enumeration": "import enum\nclass Step(enum.Enum):\n    RUN = 'run'\nsink(Step(answer).value)\n",
    "printed": "sink(print(answer))\n",
}


@pytest.mark.parametrize("source", [ASK + source for source in KEPT.values()], ids=KEPT.keys())
def test_kept(source: str) -> None:
    assert traced(source) == marked(source) != set()


@pytest.mark.parametrize("source", [AWAY + source for source in LOST.values()], ids=LOST.keys())
def test_lost(source: str) -> None:
    assert traced(source) == set()

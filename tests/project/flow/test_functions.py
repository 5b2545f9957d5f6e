"""Through functions: what callers hand over, what comes back, what runs elsewhere."""

from __future__ import annotations

import pytest

from tests.linked import marked, traced

LLM = "from litellm import acompletion, completion\n"
SAID = ".choices[0].message.content"
CASES = {
    "a return": LLM
    + f"""\
def ask():
    return completion(model='m', messages=[]){SAID}  # from: output
sink(ask())
""",
    "a return of another function's": LLM
    + f"""\
def ask():
    answer = completion(model='m', messages=[])  # from: output
    return answer{SAID}
def clean():
    return ask().strip()
sink(clean())
""",
    "one of two returns": LLM
    + f"""\
def ask(given):
    if not given:
        return ''
    return completion(model='m', messages=[]){SAID}  # from: output
sink(ask(1))
""",
    "one part of a returned tuple": LLM
    + """\
def ask():
    answer = completion(model='m', messages=[])  # from: output
    return 1, answer
number, answer = ask()
sink(answer)
""",
    "the other part of a returned tuple": LLM
    + """\
def ask():
    answer = completion(model='m', messages=[])
    return 1, answer
number, answer = ask()
sink(number)
""",
    "an entry of a returned dictionary": LLM
    + """\
def ask():
    answer = completion(model='m', messages=[])  # from: output
    return {'code': answer, 'name': 'x'}
sink(ask()['code'])
""",
    "another entry of a returned dictionary": LLM
    + """\
def ask():
    answer = completion(model='m', messages=[])
    return {'code': answer, 'name': 'x'}
sink(ask()['name'])
""",
    "an argument": LLM
    + """\
def run(code):
    sink(code)
run(completion(model='m', messages=[]))  # from: output
""",
    "a keyword": LLM
    + """\
def run(*, code):
    sink(code)
run(code=completion(model='m', messages=[]))  # from: output
""",
    "another argument": LLM
    + """\
def run(name, code):
    sink(name)
run('x', completion(model='m', messages=[]))
""",
    "an argument handed on twice": LLM
    + """\
def run(code):
    execute(f'{code};')
def execute(text):
    sink(text)
run(completion(model='m', messages=[]))  # from: output
""",
    "an argument that comes back": LLM
    + """\
def strip(text):
    return text.strip()
sink(strip(completion(model='m', messages=[])))  # from: output
""",
    "an argument that comes back to another caller": LLM
    + """\
def strip(text):
    return text.strip()
strip(completion(model='m', messages=[]))
sink(strip('ls'))
""",
    "an argument that does not come back": LLM
    + """\
def note(text):
    return 'done'
sink(note(completion(model='m', messages=[])))
""",
    "an argument of an inner function": LLM
    + """\
def outer():
    answer = completion(model='m', messages=[])  # from: output
    def inner():
        sink(answer)
    inner()
""",
    "a default that nobody replaces": """\
def run(code='ls'):
    sink(code)
run()
""",
    "recursion": LLM
    + """\
def run(code, depth):
    if depth:
        return run(code, depth - 1)
    sink(code)
run(completion(model='m', messages=[]), 3)  # from: output
""",
    "recursion that leads nowhere": """\
def one():
    return two()
def two():
    return one()
sink(one())
""",
    "a generator": LLM
    + """\
def ask():
    for line in completion(model='m', messages=[]):  # from: output
        yield line
for line in ask():
    sink(line)
""",
    "a generator of a generator": LLM
    + """\
def ask():
    yield completion(model='m', messages=[])  # from: output
def clean():
    yield from ask()
for line in clean():
    sink(line)
""",
    "an entry of what a generator of a generator yields": LLM
    + """\
def ask():
    yield {'code': completion(model='m', messages=[])}  # from: output
def clean():
    yield from ask()
for line in clean():
    sink(line['code'])
""",
    "another entry of what a generator of a generator yields": LLM
    + """\
def ask():
    yield {'code': completion(model='m', messages=[]), 'name': 'x'}
def clean():
    yield from ask()
for line in clean():
    sink(line['name'])
""",
    "await": LLM
    + """\
async def ask():
    return await acompletion(model='m', messages=[])  # from: output
async def run():
    answer = await ask()
    sink(answer)
""",
    "gather": LLM
    + """\
import asyncio
async def ask():
    return await acompletion(model='m', messages=[])  # from: output
async def run():
    answers = await asyncio.gather(ask(), ask())
    sink(answers[0])
""",
    "gather of a list": LLM
    + """\
import asyncio
async def run():
    answers = await asyncio.gather(*[acompletion(model='m', messages=[]) for _ in given])  # from: output
    sink(answers[0])
""",
    "a task": LLM
    + """\
import asyncio
async def run():
    task = asyncio.create_task(acompletion(model='m', messages=[]))  # from: output
    sink(await task)
""",
    "a task that is waited for with a limit": LLM
    + """\
import asyncio
async def run():
    sink(await asyncio.wait_for(acompletion(model='m', messages=[]), timeout=5))  # from: output
""",
    "the event loop, run": LLM
    + """\
import asyncio
async def ask():
    return await acompletion(model='m', messages=[])  # from: output
sink(asyncio.run(ask()))
""",
    "a thread's argument": LLM
    + """\
import threading
def run(code):
    sink(code)
threading.Thread(target=run, args=(completion(model='m', messages=[]),)).start()  # from: output
""",
    "a thread's argument by to_thread": LLM
    + """\
import asyncio
def run(code):
    sink(code)
async def main():
    await asyncio.to_thread(run, await acompletion(model='m', messages=[]))  # from: output
""",
    "a thread's result": LLM
    + """\
import asyncio
def ask():
    return completion(model='m', messages=[])  # from: output
async def main():
    sink(await asyncio.to_thread(ask))
""",
    "an executor's argument": LLM
    + """\
from concurrent.futures import ThreadPoolExecutor
def run(code):
    sink(code)
with ThreadPoolExecutor() as pool:
    pool.submit(run, completion(model='m', messages=[]))  # from: output
""",
    "an executor's result": LLM
    + """\
from concurrent.futures import ThreadPoolExecutor
def ask():
    return completion(model='m', messages=[])  # from: output
with ThreadPoolExecutor() as pool:
    sink(pool.submit(ask).result())
""",
    "the results of an executor's map": LLM
    + """\
from concurrent.futures import ThreadPoolExecutor
def ask(n):
    return completion(model='m', messages=[])  # from: output
with ThreadPoolExecutor() as pool:
    for answer in pool.map(ask, [1, 2]):
        sink(answer)
""",
    "a decorator's wrapper, by place": LLM
    + """\
def logged(function):
    def wrapper(*args, **kwargs):
        sink(args[0])
        return function(*args, **kwargs)
    return wrapper
@logged
def run(code):
    pass
run(completion(model='m', messages=[]))  # from: output
""",
    "a decorator's wrapper, by name": LLM
    + """\
def logged(function):
    def wrapper(*args, **kwargs):
        sink(kwargs['code'])
    return wrapper
@logged
def run(*, code, name):
    pass
run(name='x', code=completion(model='m', messages=[]))  # from: output
""",
    "a decorator's wrapper, another name": LLM
    + """\
def logged(function):
    def wrapper(*args, **kwargs):
        sink(kwargs['name'])
    return wrapper
@logged
def run(*, code, name):
    pass
run(name='x', code=completion(model='m', messages=[]))
""",
    "a wrapper of a decorator with arguments": LLM
    + """\
def logged(level):
    def decorate(function):
        def wrapper(self, *args):
            sink(args[0])
        return wrapper
    return decorate
class Runner:
    @logged(level=1)
    def run(self, code):
        pass
Runner().run(completion(model='m', messages=[]))  # from: output
""",
    "a decorated function's result": LLM
    + """\
from functools import lru_cache
@lru_cache
def ask():
    return completion(model='m', messages=[])  # from: output
sink(ask())
""",
    "a partial": LLM
    + """\
from functools import partial
ask = partial(completion, model='m')
sink(ask(messages=[]))  # from: output
""",
    "map": LLM
    + """\
sink(list(map(str.strip, completion(model='m', messages=[]))))  # from: output
""",
    "a field of an object": LLM
    + """\
class Answer:
    def __init__(self, text):
        self.text = text
answer = Answer(completion(model='m', messages=[]))  # from: output
sink(answer.text)
""",
    "another field of an object": LLM
    + """\
class Answer:
    def __init__(self, text):
        self.text = text
        self.name = 'x'
answer = Answer(completion(model='m', messages=[]))
sink(answer.name)
""",
    "a field of a dataclass": LLM
    + """\
from dataclasses import dataclass
@dataclass
class Answer:
    text: str
    name: str
answer = Answer(text=completion(model='m', messages=[]), name='x')  # from: output
sink(answer.text)
""",
    "another field of a dataclass": LLM
    + """\
from dataclasses import dataclass
@dataclass
class Answer:
    text: str
    name: str
answer = Answer(text=completion(model='m', messages=[]), name='x')
sink(answer.name)
""",
    "an attribute of self": LLM
    + """\
class Agent:
    def ask(self):
        self.answer = completion(model='m', messages=[])  # from: output
    def run(self):
        sink(self.answer)
""",
    "another attribute of self": LLM
    + """\
class Agent:
    def ask(self):
        self.answer = completion(model='m', messages=[])
        self.name = 'x'
    def run(self):
        sink(self.name)
""",
    "a property": LLM
    + """\
class Agent:
    def ask(self):
        self.answer = completion(model='m', messages=[])  # from: output
    @property
    def text(self):
        return self.answer
    def run(self):
        sink(self.text)
""",
    "a method": LLM
    + """\
class Agent:
    def ask(self):
        return completion(model='m', messages=[])  # from: output
    def run(self):
        sink(self.ask())
""",
    "an object that is called": LLM
    + """\
class Agent:
    def __call__(self):
        return completion(model='m', messages=[])  # from: output
agent = Agent()
sink(agent())
""",
    "a list of an object": LLM
    + """\
class Agent:
    def __init__(self):
        self.answers = []
    def ask(self):
        self.answers.append(completion(model='m', messages=[]))  # from: output
    def run(self):
        sink(self.answers[-1])
""",
    "an attribute set from outside": LLM
    + """\
class Agent:
    pass
def run(agent):
    agent.answer = completion(model='m', messages=[])  # from: output
    sink(agent.answer)
""",
    "a global": LLM
    + """\
answer = ''
def ask():
    global answer
    answer = completion(model='m', messages=[])  # from: output
def run():
    sink(answer)
""",
    "a queue": LLM
    + """\
import queue
answers = queue.Queue()
def ask():
    answers.put(completion(model='m', messages=[]))  # from: output
def run():
    sink(answers.get())
""",
    "a context manager": LLM
    + """\
from contextlib import contextmanager
@contextmanager
def asked():
    yield completion(model='m', messages=[])  # from: output
with asked() as answer:
    sink(answer)
""",
}


@pytest.mark.parametrize("source", CASES.values(), ids=CASES.keys())
def test_through_functions(source: str) -> None:
    assert traced(source) == marked(source)

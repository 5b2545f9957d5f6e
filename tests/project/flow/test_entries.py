"""Functions that are entered by several calls: walked once, left by each of them, remembered from one question to the next."""

from __future__ import annotations

from textwrap import dedent

import pytest

from tests.linked import calls_of, linked, marked, traced

LLM = "from litellm import completion\n"
CASES = {
    "another call of a function deep down": LLM
    + """\
def sixth(text):
    return text
def fifth(text):
    return sixth(text)
def fourth(text):
    return fifth(text)
def third(text):
    return fourth(text)
def second(text):
    return third(text)
def first(text):
    return second(text)
first(completion(model='m', messages=[]))
sink(first('a'))
""",
    "both calls of a function": LLM
    + """\
def same(text):
    return text
sink(same('a') + same(completion(model='m', messages=[])))  # from: output
""",
    "a function that calls itself": LLM
    + """\
def ask(text, times):
    if times:
        return ask(completion(model='m', messages=[]), times - 1)  # from: output
    return text
sink(ask('a', 3))
""",
    "a function around itself": LLM
    + """\
def clean(text):
    return text.strip()
sink(clean(clean(completion(model='m', messages=[]))))  # from: output
""",
    "functions that call each other": LLM
    + """\
def even(text, times):
    return odd(text, times - 1) if times else text
def odd(text, times):
    return even(text, times - 1) if times else completion(model='m', messages=[])  # from: output
sink(even('a', 4))
""",
    "a part of what a function gives and the whole of it": LLM
    + """\
def pair(text):
    return {'text': text, 'name': 'x'}
whole = pair(completion(model='m', messages=[]))
sink(whole['name'] + pair('a')['text'])
""",
    "an object that is called elsewhere too": LLM
    + """\
class Clean:
    def __call__(self, text):
        return text.strip()
clean = Clean()
clean(completion(model='m', messages=[]))
sink(clean('a'))
""",
    "an object that is called": LLM
    + """\
class Clean:
    def __call__(self, text):
        return text.strip()
clean = Clean()
sink(clean(completion(model='m', messages=[])))  # from: output
""",
}
QUESTIONS = {
    "what leads nowhere first": ("same('a')", "same(said)"),
    "what leads somewhere first": ("same(said)", "same('a')"),
    "a longer way through the same function": ("same('a')", "again(said)"),
    "out of another function": ("again('a')", "same(said)"),
}


@pytest.mark.parametrize("source", CASES.values(), ids=CASES.keys())
def test_sources(source: str) -> None:
    assert traced(source) == marked(source)


@pytest.mark.parametrize(("first", "second"), QUESTIONS.values(), ids=QUESTIONS.keys())
def test_a_question_does_not_depend_on_those_before_it(first: str, second: str) -> None:
    project = linked(
        LLM
        + dedent(f"""\
            def same(text):
                return text
            def again(text):
                return same(same(text))
            said = completion(model='m', messages=[])
            sink({first})
            sink({second})
            sink({first})
        """)
    )
    asked = [project.flow.sources(call.args[0], project.resolver.spot(ref)) for ref, call in calls_of(project, "sink")]
    assert [bool(traces) for traces in asked] == ["said" in first, "said" in second, "said" in first]


def test_the_way_says_by_which_call() -> None:
    project = linked(
        LLM
        + dedent("""\
            def same(text):
                return text
            said = completion(model='m', messages=[])
            sink(same('a'))
            sink(same(said))
        """)
    )
    [_, (ref, call)] = calls_of(project, "sink")
    [trace] = project.flow.sources(call.args[0], project.resolver.spot(ref))
    assert [place.span.line for place in trace.path] == [4, 4, 6]

from langchain_openai import ChatOpenAI

llm = ChatOpenAI(model="gpt-4.1-2025-04-14", temperature=0, timeout=20)


def test_sum():
    assert llm.invoke("2 + 2? Only the number.").content.strip() == "4"  # ruleid: exact-match-on-llm-output


def test_capital():
    answer = llm.invoke("What is the capital of Peru? One sentence.").content
    assert answer == "The capital of Peru is Lima."  # ruleid: exact-match-on-llm-output


def test_capital_is_named():
    answer = llm.invoke("What is the capital of Peru? One sentence.").content
    assert "Lima" in answer  # ok: exact-match-on-llm-output
    assert answer.endswith(".")  # ok: exact-match-on-llm-output


def test_sentiment():
    label = llm.invoke("Positive or negative: 'I would come again'. One word.").content.strip().lower()
    assert label == "positive"  # ok: exact-match-on-llm-output


def test_prompt_text():
    prompt = "Translate to French: {text}"
    assert prompt.format(text="a cat") == "Translate to French: a cat"  # ok: exact-match-on-llm-output

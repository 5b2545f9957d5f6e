from support.answers import make_answers

answers = make_answers()


def reply(question: str, articles: list[str]) -> str:
    # ok: prompt-template-variable-mismatch
    return answers.chain.invoke({"question": question, "articles": "\n\n".join(articles)}).content


def reply_from_nothing(question: str) -> str:
    # ruleid: prompt-template-variable-mismatch
    return answers.chain.invoke({"question": question}).content

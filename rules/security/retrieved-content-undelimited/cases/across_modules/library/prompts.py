def with_passages(question: str, passages: list[str]) -> str:
    joined = "\n".join(passages)
    return f"You may use what follows to answer. {joined} Now answer this: {question}"  # ruleid: retrieved-content-undelimited


def with_marked_passages(question: str, passages: list[str]) -> str:
    joined = "\n".join(passages)
    return f"You may use the passages.\n### Passages\n{joined}\n### Question\n{question}"  # ok: retrieved-content-undelimited

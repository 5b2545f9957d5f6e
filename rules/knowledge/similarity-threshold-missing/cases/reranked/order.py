import cohere

client = cohere.ClientV2()


def best(question: str, passages: list[str]) -> list[str]:
    ranked = client.rerank(model="rerank-v3.5", query=question, documents=passages, top_n=3)
    return [passages[result.index] for result in ranked.results]

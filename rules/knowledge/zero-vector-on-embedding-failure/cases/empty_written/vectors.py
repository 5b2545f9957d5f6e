from mistralai import Mistral

client = Mistral()


def vector(text: str) -> list[float]:
    try:
        return client.embeddings.create(model="mistral-embed", inputs=[text]).data[0].embedding
    except Exception as error:
        print(f"embedding failed: {error}")
        # ruleid: zero-vector-on-embedding-failure
        return []

from transformers import AutoTokenizer


def test_tokenizer_knows_umlauts() -> None:
    tokenizer = AutoTokenizer.from_pretrained("google-bert/bert-base-german-cased")  # ok: hf-revision-unpinned
    assert tokenizer.tokenize("Öl")

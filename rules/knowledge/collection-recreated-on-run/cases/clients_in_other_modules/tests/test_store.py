from app.store import Store


def test_prepare() -> None:
    store = Store(":memory:", "t")
    store.client.delete_collection("t")  # ok: collection-recreated-on-run

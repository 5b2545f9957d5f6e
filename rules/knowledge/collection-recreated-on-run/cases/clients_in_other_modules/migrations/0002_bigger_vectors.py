from app.main import store


def upgrade() -> None:
    store.client.delete_collection("docs")  # ok: collection-recreated-on-run

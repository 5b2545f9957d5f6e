from app.main import app


def test_routes() -> None:
    assert app.routes

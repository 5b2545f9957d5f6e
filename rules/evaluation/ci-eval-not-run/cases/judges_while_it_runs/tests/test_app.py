from main import app


def test_route_exists() -> None:
    assert any(route.path == "/draft" for route in app.routes)

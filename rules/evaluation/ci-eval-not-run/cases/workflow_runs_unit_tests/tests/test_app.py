from app.main import app


def test_route_exists() -> None:
    assert any(route.path == "/label" for route in app.routes)

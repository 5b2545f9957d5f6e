from unittest.mock import patch

from fastapi.testclient import TestClient

from helpdesk.main import app


def test_answer_is_passed_on() -> None:
    with patch("helpdesk.main.client") as client:
        client.responses.create.return_value.output_text = "At six."
        assert TestClient(app).post("/answer", params={"question": "When do you close?"}).json() == "At six."

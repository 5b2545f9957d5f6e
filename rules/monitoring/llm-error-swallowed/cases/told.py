"""Failures that are told by a status, a field, an exit code, a later raise, or where the program talks to its user."""

import json
import logging
import time
from http.server import BaseHTTPRequestHandler

from openai import OpenAI

log = logging.getLogger(__name__)
client = OpenAI(timeout=30)
MODEL = "gpt-4.1-2025-04-14"
FALLBACK_REPLY = "Please try again later."


def call(text: str) -> str:
    return client.responses.create(model=MODEL, input=text).output_text


class Handler(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        try:
            self.send_json({"answer": call(self.path)}, 200)
        except ValueError:
            self.send_json({"error": "bad request"}, 400)
        except Exception as error:  # ok: llm-error-swallowed
            print(error)
            try:
                self.send_json(self.body(error), status_code=500)
            except BrokenPipeError:
                pass

    def body(self, error: Exception) -> dict[str, str]:
        return {"detail": str(error)}

    def send_json(self, body: dict[str, str], status_code: int) -> None:
        self.send_response(status_code)


def stream(texts: list[str]):
    try:
        for text in texts:
            yield call(text)
    except Exception as error:  # ok: llm-error-swallowed
        log.error("stream: %s", error)
        yield {"data": json.dumps({"error": str(error)})}


def harvest(texts: list[str]) -> tuple[list[str], list[dict[str, str]]]:
    found, errors = [], []
    for text in texts:
        try:
            found.append(call(text))
        except Exception as error:  # ok: llm-error-swallowed
            errors.append({"text": text, "error": str(error)})
    return found, errors


def grade(text: str) -> dict[str, object]:
    detail: dict[str, object] = {"text": text}
    try:
        detail["grade"] = call(text)
    except Exception as error:  # ok: llm-error-swallowed
        detail["status"] = "grading failed"
        print(error)
    return detail


def last_error(texts: list[str]) -> str:
    problem = None
    for text in texts:
        try:
            return call(text)
        except Exception as error:  # ok: llm-error-swallowed
            problem = error
    if problem:
        raise problem
    return ""


def caption(text: str) -> str:
    reply = None
    for attempt in range(3):
        try:
            reply = client.responses.create(model=MODEL, input=text)
            break
        except Exception as error:  # ok: llm-error-swallowed
            print(f"attempt {attempt}: {error}")
            time.sleep(2**attempt)
    if reply is None:
        raise RuntimeError("no caption")
    return reply.output_text


def reply_for(text: str) -> dict[str, str]:
    try:
        return dict(content=call(text))
    except Exception as error:  # ok: llm-error-swallowed
        log.error("reply: %s", error)
        return dict(content=FALLBACK_REPLY)


def enrich(chunks: list[str]) -> list[str]:
    done = []
    for chunk in chunks:
        try:
            done.append(call(chunk) + chunk)
        except Exception as error:  # ok: llm-error-swallowed
            log.error("enriching: %s", error)
            done.append(chunk)
    return done


def is_healthy() -> bool:
    try:
        call("ping")
        return True
    except Exception as error:  # ok: llm-error-swallowed
        print(error)
        return False


def chat() -> int:
    exit_code = 0
    try:
        print(call("hello"))
    except Exception as error:  # ok: llm-error-swallowed
        log.debug("%s", error)
        exit_code = 1
    return exit_code


def try_out(text: str) -> None:
    try:
        print(call(text))
    except Exception as error:  # ok: llm-error-swallowed
        print(f"no answer: {error}")


def summary(text: str) -> dict[str, str]:
    try:
        return {"summary": call(text)}
    except Exception as error:  # ruleid: llm-error-swallowed
        return {"summary": f"Could not summarise: {error}"}


def label(text: str) -> tuple[str, float]:
    try:
        return call(text), 1.0
    except Exception:  # ruleid: llm-error-swallowed
        return text, 0.0


def probe_model(model: str) -> str:
    try:
        return client.responses.create(model=model, input="ping").output_text
    except Exception as error:  # ok: llm-error-swallowed
        log.debug("probe: %s", error)
        return ""

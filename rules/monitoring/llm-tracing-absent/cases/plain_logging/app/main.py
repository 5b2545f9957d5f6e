import logging
import traceback
import uuid

from fastapi import FastAPI, Request

from app.llm import answer

app = FastAPI()
log = logging.getLogger("trace")


def trace_request(request: Request) -> str:
    trace_id = request.headers.get("x-trace-id", uuid.uuid4().hex)
    log.info("request %s %s", trace_id, request.url.path)
    return trace_id


@app.post("/answer")
def post_answer(request: Request, question: str) -> dict[str, str]:
    trace_id = trace_request(request)
    try:
        return {"answer": answer(question), "trace": trace_id}
    except Exception:
        log.error(traceback.format_exc())
        raise

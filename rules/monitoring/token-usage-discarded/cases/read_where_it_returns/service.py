import logging

from gateway import send

log = logging.getLogger(__name__)


def answer(text: str) -> str:
    message = send(text)
    log.info("answered", extra={"tokens_in": message.usage.input_tokens, "tokens_out": message.usage.output_tokens})
    return message.content[0].text

"""A program for the terminal: what it prints is what its user asked for; its log is another matter."""

import argparse
import os

import anthropic
from loguru import logger

client = anthropic.Anthropic(timeout=60)
DEBUG = os.environ.get("DEBUG") == "1"


def ask(question: str, *, verbose: bool) -> str:
    if verbose:
        logger.info("asking: {}", question)  # ok: prompt-logged
    reply = client.messages.create(model="claude-opus-4-8", max_tokens=500, messages=[{"role": "user", "content": question}])
    if DEBUG:
        logger.info("answer: {}", reply)  # ok: prompt-logged
    logger.info("tokens: {}", reply.usage.output_tokens)  # ok: prompt-logged
    logger.success("answer: {}", reply)  # ruleid: prompt-logged
    return reply.content[0].text


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("question")
    parser.add_argument("--verbose", action="store_true")
    arguments = parser.parse_args()
    print(ask(arguments.question, verbose=arguments.verbose))  # ok: prompt-logged


if __name__ == "__main__":
    main()

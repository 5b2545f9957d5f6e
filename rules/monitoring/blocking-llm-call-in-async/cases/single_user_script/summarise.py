import asyncio
import sys
from pathlib import Path

from openai import OpenAI

client = OpenAI(timeout=30)


async def summarise(path: Path) -> None:
    reply = client.responses.create(model="gpt-4.1-2025-04-14", input=path.read_text())  # ok: blocking-llm-call-in-async
    path.with_suffix(".summary.txt").write_text(reply.output_text)


async def main() -> None:
    for name in sys.argv[1:]:
        await summarise(Path(name))


if __name__ == "__main__":
    asyncio.run(main())

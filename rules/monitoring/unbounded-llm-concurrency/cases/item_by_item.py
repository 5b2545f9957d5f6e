import asyncio
import os

import anyio
from aiolimiter import AsyncLimiter
from langchain_openai import ChatOpenAI
from openai import AsyncOpenAI

from limits import gather_with_concurrency

client = AsyncOpenAI()
llm = ChatOpenAI(model=os.environ["CHAT_MODEL"])
MODEL = os.environ["CHAT_MODEL"]
SIDES = ["for", "against", "undecided"]
few = asyncio.Semaphore(8)
pace = AsyncLimiter(60, 60)


async def ask(text):
    said = await client.chat.completions.create(model=MODEL, messages=[{"role": "user", "content": text}])
    return said.choices[0].message.content


async def ask_in_turn(text):
    async with few:
        return await ask(text)


async def ask_at_a_pace(text):
    async with pace:
        return await ask(text)


async def all_rows(rows):
    return await asyncio.gather(*(ask(row) for row in rows))  # ruleid: unbounded-llm-concurrency


async def all_rows_in_a_list(rows):
    waiting = [asyncio.create_task(ask(row["text"])) for row in rows]
    return await asyncio.gather(*waiting)  # ruleid: unbounded-llm-concurrency


async def all_pages(book):
    waiting = []
    for page in book.pages:
        waiting.append(ask(page))
    for done in asyncio.as_completed(waiting):  # ruleid: unbounded-llm-concurrency
        print(await done)


async def all_files(paths):
    async with asyncio.TaskGroup() as group:
        for path in paths:
            group.create_task(ask(path.read_text()))  # ruleid: unbounded-llm-concurrency


async def all_mails(mails):
    async with anyio.create_task_group() as group:
        for mail in mails:
            group.start_soon(ask, mail)  # ruleid: unbounded-llm-concurrency


async def all_vectors(texts):
    return await asyncio.gather(*[client.embeddings.create(model="text-embedding-3-small", input=text) for text in texts])  # ruleid: unbounded-llm-concurrency


async def mapped(rows):
    return await asyncio.gather(*map(ask, rows))  # ruleid: unbounded-llm-concurrency


async def all_at_once(rows):
    return await llm.abatch(rows)  # ruleid: unbounded-llm-concurrency


async def a_few_at_once(rows):
    return await llm.abatch(rows, {"max_concurrency": 5})  # ok: unbounded-llm-concurrency


async def in_turn(rows):
    return await asyncio.gather(*(ask_in_turn(row) for row in rows))  # ok: unbounded-llm-concurrency


async def at_a_pace(rows):
    return await asyncio.gather(*map(ask_at_a_pace, rows))  # ok: unbounded-llm-concurrency


async def three_sides(question):
    return await asyncio.gather(*(ask(f"{side}: {question}") for side in SIDES))  # ok: unbounded-llm-concurrency


async def a_part(rows):
    return await asyncio.gather(*(ask(row) for row in rows[:5]))  # ok: unbounded-llm-concurrency


async def part_by_part(rows):
    answers = []
    for start in range(0, len(rows), 8):
        batch = rows[start : start + 8]
        answers += await asyncio.gather(*(ask(row) for row in batch))  # ok: unbounded-llm-concurrency
    return answers


async def both(question):
    return await asyncio.gather(ask(question), ask(f"Why? {question}"))  # ok: unbounded-llm-concurrency


async def what_the_model_listed(topic):
    listed = (await ask(f"Three searches on {topic}, one a line")).splitlines()
    return await asyncio.gather(*(ask(line) for line in listed))  # ok: unbounded-llm-concurrency


async def without_a_model(paths, read):
    return await asyncio.gather(*(read(path) for path in paths))  # ok: unbounded-llm-concurrency


async def one_after_another(rows):
    return [await ask(row) for row in rows]  # ok: unbounded-llm-concurrency


async def all_rows_but_for_a_limit(rows, concurrency=64):
    if concurrency is None:
        return await asyncio.gather(*(ask(row) for row in rows))  # ok: unbounded-llm-concurrency
    allowed = asyncio.Semaphore(concurrency)

    async def in_turn(row):
        async with allowed:
            return await ask(row)

    return await asyncio.gather(*(in_turn(row) for row in rows))  # ok: unbounded-llm-concurrency


async def all_notes_or_in_turn(notes, max_concurrency=None):
    work = (
        asyncio.gather(*(ask(note) for note in notes))  # ok: unbounded-llm-concurrency
        if max_concurrency is None
        else gather_with_concurrency(max_concurrency, (ask(note) for note in notes))
    )
    return await work


async def all_lines_of_a_mode(lines, mode):
    if mode == "fast":
        return await asyncio.gather(*(ask(line) for line in lines))  # ruleid: unbounded-llm-concurrency
    return [await ask(line) for line in lines]

import asyncpg


async def similar(connection: asyncpg.Connection, vector: list[float]):
    return await connection.fetch("SELECT id FROM chunks ORDER BY wide <=> $1 LIMIT 10", vector)

import time

import redis

store = redis.Redis()


class RateLimiter:
    def __init__(self, per_minute: int) -> None:
        self.per_minute = per_minute

    def allows(self, user: str) -> bool:
        key = f"{user}:{int(time.time() // 60)}"
        return store.incr(key) <= self.per_minute

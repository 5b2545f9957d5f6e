from prompt_cache.cache import CachedClient

__all__ = ["CachedClient"]

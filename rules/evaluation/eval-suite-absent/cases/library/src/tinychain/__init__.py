from tinychain.chain import Chain

__all__ = ["Chain"]

from langgraph.checkpoint.memory import MemorySaver

saver = MemorySaver()  # ruleid: in-memory-vector-store

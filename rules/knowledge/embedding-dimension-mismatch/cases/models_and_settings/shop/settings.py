EMBEDDING_MODEL = "models/text-embedding-004"
VECTOR_SIZE = 1536

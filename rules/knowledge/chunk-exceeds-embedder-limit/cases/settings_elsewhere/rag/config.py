EMBEDDING_MODEL = "intfloat/multilingual-e5-base"
CHUNK_CHARACTERS = 6000

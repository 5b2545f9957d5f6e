from django.db import models
from pgvector.django import HnswIndex, VectorField


class Answer(models.Model):
    text = models.TextField()
    embedding = VectorField(dimensions=1536)

    class Meta:
        indexes = [HnswIndex(name="answers", fields=["embedding"], m=16, ef_construction=64, opclasses=["vector_cosine_ops"])]

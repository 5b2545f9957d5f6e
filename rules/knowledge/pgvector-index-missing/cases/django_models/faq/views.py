from django.http import JsonResponse
from openai import OpenAI
from pgvector.django import CosineDistance

from .models import Answer

client = OpenAI()


def search(request):
    vector = client.embeddings.create(model="text-embedding-3-small", input=request.GET["q"]).data[0].embedding
    found = Answer.objects.order_by(CosineDistance("embedding", vector))[:5]
    return JsonResponse({"answers": [answer.text for answer in found]})

import json

from django.http import JsonResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from openai import OpenAI

from shop.settings import settings

client = OpenAI(timeout=30)


@csrf_exempt
def ask(request):
    question = json.loads(request.body)["question"]
    messages = [
        {"role": "system", "content": f"You work for {settings.shop_name} and talk to {request.user.first_name}."},  # ok: user-input-in-system-prompt
        {"role": "user", "content": question},
    ]
    reply = client.chat.completions.create(model="gpt-4.1-mini", messages=messages, max_tokens=300)
    return JsonResponse({"answer": reply.choices[0].message.content})


urlpatterns = [path("ask/", ask)]

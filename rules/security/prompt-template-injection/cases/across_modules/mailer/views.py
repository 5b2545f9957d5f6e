from django.http import HttpResponse
from django.urls import path
from langchain_anthropic import ChatAnthropic

from mailer.prompts import build, build_once

model = ChatAnthropic(model="claude-opus-4-8", timeout=30)


def reply(request):
    chain = build("You answer mails.", request.POST["mail"]) | model
    return HttpResponse(chain.invoke({}).content)


def reply_safely(request):
    chain = build_once("You answer mails.") | model
    return HttpResponse(chain.invoke({"request": request.POST["mail"]}).content)


urlpatterns = [path("reply", reply), path("safely", reply_safely)]

"""Templates that an engine runs, in a view and in a chat."""

import jinja2
import streamlit as st
from django.http import HttpResponse
from django.template import Template
from django.urls import path
from haystack.components.builders import PromptBuilder
from jinja2.sandbox import SandboxedEnvironment

engine = jinja2.Environment(autoescape=True)
builder = PromptBuilder(template="Documents: {% for d in documents %}{{ d.content }}{% endfor %} {{ question }}")  # ok: prompt-template-injection


def preview(request):
    wanted = request.POST["template"]
    page = Template(wanted)  # ruleid: prompt-template-injection
    return HttpResponse(page.render({}))


def greet(request):
    page = engine.from_string("Hello {{ name }}")  # ok: prompt-template-injection
    return HttpResponse(page.render(name=request.POST["name"]))


def sandboxed(request):
    page = SandboxedEnvironment().from_string(request.POST["template"])  # ok: prompt-template-injection
    return HttpResponse(page.render())


urlpatterns = [path("preview", preview), path("greet", greet), path("sandboxed", sandboxed)]

typed = st.text_area("Prompt template")
if typed:
    st.write(jinja2.Template(typed).render(topic="tea"))  # ruleid: prompt-template-injection

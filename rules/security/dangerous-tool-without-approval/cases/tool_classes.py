import os
from pathlib import Path

from crewai.tools import BaseTool as CrewTool
from langchain.agents import create_agent
from langchain_core.tools import BaseTool
from twilio.rest import Client

phone = Client(os.environ["TWILIO_SID"], os.environ["TWILIO_TOKEN"])


class DeleteFile(BaseTool):
    name: str = "delete_file"
    description: str = "Deletes a file."

    def _run(self, path: str) -> str:  # ruleid: dangerous-tool-without-approval
        Path(path).unlink()
        return "deleted"


class ListFiles(BaseTool):
    name: str = "list_files"
    description: str = "Lists a folder."

    def _run(self, path: str) -> str:  # ok: dangerous-tool-without-approval
        return "\n".join(os.listdir(path))


class Text(CrewTool):
    name: str = "text"
    description: str = "Sends a text message."

    def _run(self, number: str, words: str) -> str:  # ruleid: dangerous-tool-without-approval
        return phone.messages.create(to=number, from_="+4915200000000", body=words).sid


class TextDuty(CrewTool):
    name: str = "text_duty"
    description: str = "Sends a text message to whoever is on duty."

    def _run(self, words: str) -> str:  # ok: dangerous-tool-without-approval
        return phone.messages.create(to=os.environ["DUTY"], from_="+4915200000000", body=words).sid


agent = create_agent("openai:gpt-4.1-2025-04-14", tools=[DeleteFile(), ListFiles()])

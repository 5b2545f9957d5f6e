from langchain.agents import create_agent
from langchain_core.language_models.chat_models import BaseChatModel
from langchain_core.messages import AIMessage
from langchain_core.outputs import ChatGeneration, ChatResult


class ScriptedModel(BaseChatModel):
    lines: list[str]

    @property
    def _llm_type(self) -> str:
        return "scripted"

    def _generate(self, messages, stop=None, run_manager=None, **kwargs) -> ChatResult:
        return ChatResult(generations=[ChatGeneration(message=AIMessage(content=self.lines.pop(0)))])


def agent_of(model):
    return create_agent(model=model, tools=[])


def test_model() -> None:
    model = ScriptedModel(lines=["look at the map"])
    assert model.invoke("what now").content == "look at the map"


def test_agent() -> None:
    model = ScriptedModel(lines=["", "the tool is done"])
    result = agent_of(model).invoke({"messages": [{"role": "user", "content": "what now"}]})
    final = result["messages"][-1]
    assert final.content == "the tool is done"

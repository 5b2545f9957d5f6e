from deepteam import red_team
from deepteam.attacks.single_turn import PromptInjection
from deepteam.vulnerabilities import PIILeakage

from app import llm


def model(message: str) -> str:
    return llm.invoke(message).content


red_team(model_callback=model, vulnerabilities=[PIILeakage()], attacks=[PromptInjection()])

"""Safety settings of Gemini, in the spellings of its SDKs."""

import google.generativeai as palm
from google import genai
from google.genai import types
from google.genai.types import HarmBlockThreshold, HarmCategory, SafetySetting
from langchain_google_genai import ChatGoogleGenerativeAI
from langchain_google_genai import HarmBlockThreshold as Block
from langchain_google_genai import HarmCategory as Harm

client = genai.Client()
MODEL = "gemini-2.5-flash-lite"
CATEGORIES = [HarmCategory.HARM_CATEGORY_HARASSMENT, HarmCategory.HARM_CATEGORY_HATE_SPEECH]

open_config = types.GenerateContentConfig(
    temperature=0.4,
    safety_settings=[SafetySetting(category=category, threshold="BLOCK_NONE") for category in CATEGORIES],  # ruleid: safety-filters-disabled
)
off_config = types.GenerateContentConfig(
    safety_settings=[SafetySetting(category=CATEGORIES[0], threshold=HarmBlockThreshold.OFF)],  # ruleid: safety-filters-disabled
)
careful_config = types.GenerateContentConfig(
    safety_settings=[SafetySetting(category=category, threshold="BLOCK_MEDIUM_AND_ABOVE") for category in CATEGORIES],  # ok: safety-filters-disabled
)
legacy = palm.GenerativeModel(MODEL, safety_settings=[{"category": "HARM_CATEGORY_HARASSMENT", "threshold": "BLOCK_NONE"}])  # ruleid: safety-filters-disabled
chat = ChatGoogleGenerativeAI(model=MODEL, timeout=30, safety_settings={Harm.HARM_CATEGORY_DANGEROUS_CONTENT: Block.BLOCK_NONE})  # ruleid: safety-filters-disabled
strict_chat = ChatGoogleGenerativeAI(model=MODEL, timeout=30, safety_settings={Harm.HARM_CATEGORY_DANGEROUS_CONTENT: Block.BLOCK_LOW_AND_ABOVE})  # ok: safety-filters-disabled


def story(topic: str) -> list[str]:
    configs = (open_config, off_config, careful_config)
    texts = [client.models.generate_content(model=MODEL, contents=topic, config=config).text for config in configs]
    texts.append(client.models.generate_content(model=MODEL, contents=topic).text)  # ok: safety-filters-disabled
    return [*texts, legacy.generate_content(topic).text, chat.invoke(topic).content, strict_chat.invoke(topic).content]

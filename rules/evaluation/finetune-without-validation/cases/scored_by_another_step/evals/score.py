import sys

from deepeval import evaluate
from deepeval.metrics import AnswerRelevancyMetric
from deepeval.test_case import LLMTestCase
from openai import OpenAI

client = OpenAI(timeout=60)
QUESTIONS = ["Where is my parcel?", "How do I return a lamp?"]


def case(question: str) -> LLMTestCase:
    reply = client.responses.create(model=sys.argv[1], input=question)
    return LLMTestCase(input=question, actual_output=reply.output_text)


evaluate([case(question) for question in QUESTIONS], [AnswerRelevancyMetric()])

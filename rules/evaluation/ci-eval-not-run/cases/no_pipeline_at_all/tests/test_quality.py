from deepeval import assert_test
from deepeval.metrics import AnswerRelevancyMetric
from deepeval.test_case import LLMTestCase

from app import answer


def test_relevance() -> None:
    question = "When do you close?"
    assert_test(LLMTestCase(input=question, actual_output=answer(question)), [AnswerRelevancyMetric(threshold=0.7)])

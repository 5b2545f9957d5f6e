from deepeval import assert_test
from deepeval.metrics import AnswerRelevancyMetric
from deepeval.test_case import LLMTestCase

from main import answer


def test_answer() -> None:
    question = "When do you close?"
    assert_test(LLMTestCase(input=question, actual_output=answer(question)), [AnswerRelevancyMetric(threshold=0.7)])

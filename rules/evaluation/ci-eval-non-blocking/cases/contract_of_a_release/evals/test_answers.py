from deepeval import assert_test
from deepeval.metrics import AnswerRelevancyMetric
from deepeval.test_case import LLMTestCase

from answers import answer


def test_opening_hours() -> None:
    question = "When does the library open on Sundays?"
    assert_test(LLMTestCase(input=question, actual_output=answer(question)), [AnswerRelevancyMetric(threshold=0.8)])

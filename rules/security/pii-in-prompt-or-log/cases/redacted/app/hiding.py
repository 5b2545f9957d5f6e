"""Hides what names or identifies people."""

from presidio_analyzer import AnalyzerEngine
from presidio_anonymizer import AnonymizerEngine

analyzer = AnalyzerEngine()
anonymizer = AnonymizerEngine()


def without_names(text: str) -> str:
    return anonymizer.anonymize(text=text, analyzer_results=analyzer.analyze(text=text, language="en")).text

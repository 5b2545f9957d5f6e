import logging
import os

from azure.ai.evaluation import GroundednessEvaluator, evaluate

logging.basicConfig(level=logging.INFO)
judge = {"azure_endpoint": os.environ["AZURE_ENDPOINT"], "azure_deployment": "judge"}
scores = evaluate(  # ruleid: eval-without-threshold
    data="cases.jsonl",
    evaluators={"grounded": GroundednessEvaluator(judge)},
    output_path="scores.json",
)
logging.info("scores: %s", scores["metrics"])

import boto3
from openai import OpenAI
from together import Together
from vertexai.tuning import sft

client = OpenAI(timeout=60)
together = Together()
bedrock = boto3.client("bedrock")
BASE = "gpt-4.1-mini-2025-04-14"


def start(train: str, held_out: str, options: dict) -> None:
    client.fine_tuning.jobs.create(model=BASE, training_file=train)  # ruleid: finetune-without-validation
    client.fine_tuning.jobs.create(model=BASE, training_file=train, validation_file=held_out)  # ok: finetune-without-validation
    client.fine_tuning.jobs.create(model=BASE, training_file=train, **options)  # ok: finetune-without-validation
    together.fine_tuning.create(model="meta-llama/Llama-3.2-3B-Instruct", training_file=train)  # ruleid: finetune-without-validation
    sft.train(source_model="gemini-2.5-flash", train_dataset=train)  # ruleid: finetune-without-validation
    sft.train(source_model="gemini-2.5-flash", train_dataset=train, validation_dataset=held_out)  # ok: finetune-without-validation


def customise(train: dict, held_out: dict) -> None:
    bedrock.create_model_customization_job(  # ruleid: finetune-without-validation
        jobName="claims", customizationType="FINE_TUNING", baseModelIdentifier="amazon.nova-lite-v1:0", trainingDataConfig=train
    )
    bedrock.create_model_customization_job(  # ok: finetune-without-validation
        jobName="claims", customizationType="CONTINUED_PRE_TRAINING", baseModelIdentifier="amazon.titan-text-lite-v1", trainingDataConfig=train
    )
    bedrock.create_model_customization_job(  # ok: finetune-without-validation
        jobName="claims", customizationType="FINE_TUNING", baseModelIdentifier="amazon.nova-lite-v1:0", trainingDataConfig=train,
        validationDataConfig=held_out,
    )

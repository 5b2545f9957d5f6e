from datetime import datetime, timedelta

import cohere
from airflow import DAG
from airflow.operators.python import PythonOperator

client = cohere.ClientV2()
DEFAULTS = {"owner": "search", "retries": 3, "retry_delay": timedelta(minutes=5)}


def embed(**context):
    return client.embed(texts=["a"], model="embed-v4.0", input_type="search_document", embedding_types=["float"])


with DAG("embed", start_date=datetime(2025, 1, 1), schedule="@daily", default_args=DEFAULTS) as dag:
    PythonOperator(task_id="embed", python_callable=embed)  # ok: pipeline-task-no-retries

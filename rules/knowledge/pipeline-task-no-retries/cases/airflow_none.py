from datetime import datetime

import cohere
from airflow import DAG
from airflow.decorators import task
from airflow.operators.python import PythonOperator

client = cohere.ClientV2()


def embed(**context):
    return client.embed(texts=["a"], model="embed-v4.0", input_type="search_document", embedding_types=["float"])


with DAG("embed", start_date=datetime(2025, 1, 1), schedule="@daily", default_args={"owner": "search"}) as dag:
    PythonOperator(task_id="embed", python_callable=embed)  # ruleid: pipeline-task-no-retries
    PythonOperator(task_id="embed_again", python_callable=embed, retries=2)  # ok: pipeline-task-no-retries

    @task
    def classify(text: str):  # ruleid: pipeline-task-no-retries
        return client.chat(model="command-a-03-2025", messages=[{"role": "user", "content": text}])

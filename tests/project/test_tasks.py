"""Tasks of pipelines: decorated, and handed to an operator."""

from __future__ import annotations

from ailint.project.tasks import tasks
from tests.linked import linked

CODE = """
    from airflow.operators.python import PythonOperator
    from prefect import task

    def load():
        pass

    @task
    def clean():
        pass

    @task(retries=2)
    def embed():
        pass

    @other.task
    def not_one():
        pass

    PythonOperator(task_id="load", python_callable=load)
"""


def test_tasks() -> None:
    project = linked({"a.py": CODE})
    found = {(project.resolver.scope(task.function).name, task.site is not None) for task in tasks(project)}
    assert found == {("load", True), ("clean", False), ("embed", True)}

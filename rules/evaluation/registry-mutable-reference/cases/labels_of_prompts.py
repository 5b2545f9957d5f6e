import mlflow
from langfuse import Langfuse
from opik import Opik

langfuse = Langfuse()
opik = Opik()

released = langfuse.get_prompt("triage")  # ok: registry-mutable-reference
draft = langfuse.get_prompt("triage", label="latest")  # ruleid: registry-mutable-reference
numbered = langfuse.get_prompt("triage", version=4)  # ok: registry-mutable-reference
newest = mlflow.genai.load_prompt("prompts:/triage@latest")  # ruleid: registry-mutable-reference
fixed = mlflow.genai.load_prompt("prompts:/triage/3")  # ok: registry-mutable-reference
beside = mlflow.genai.load_prompt("triage", version=3)  # ok: registry-mutable-reference
unversioned = opik.get_prompt("triage")  # ruleid: registry-mutable-reference
committed = opik.get_prompt("triage", commit="9c1e2a4d")  # ok: registry-mutable-reference

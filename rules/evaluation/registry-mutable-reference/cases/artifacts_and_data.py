import dvc.api
import wandb

run = wandb.init(project="ranker", job_type="serve")
weights = run.use_artifact("team/ranker/weights:latest")  # ruleid: registry-mutable-reference
fixed = run.use_artifact("team/ranker/weights:v12")  # ok: registry-mutable-reference
chosen = run.use_artifact(f"team/ranker/weights:{wandb.config.version}")  # ok: registry-mutable-reference

own = dvc.api.read("data/cases.csv")  # ok: registry-mutable-reference
theirs = dvc.api.read("data/cases.csv", repo="https://git.example.com/data")  # ruleid: registry-mutable-reference
tagged = dvc.api.read("data/cases.csv", repo="https://git.example.com/data", rev="v2.1")  # ok: registry-mutable-reference

import json
import time

from main import draft

TASKS = ["Name three rivers.", "Say what a heron eats."]


def main() -> None:
    latencies = []
    for task in TASKS:
        begun = time.perf_counter()
        draft(task)
        latencies.append(time.perf_counter() - begun)
    metrics = {"latency_ms": 1000 * sum(latencies) / len(latencies), "runs": len(latencies)}
    print(json.dumps(metrics))


if __name__ == "__main__":
    main()

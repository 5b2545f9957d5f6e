from prometheus_client import Counter, Histogram

LATENCY = Histogram("model_seconds", "Latency of the model", ["model"])
FAILURES = Counter("model_failures_total", "Failures of the model", ["model"])

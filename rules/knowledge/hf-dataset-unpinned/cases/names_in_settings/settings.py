TRAIN = {"path": "databricks/databricks-dolly-15k", "revision": "bdd27f4d94b9c1f951818a7da7fd7aeea5dbff1a"}
TEST = "lmsys/mt_bench_human_judgments"

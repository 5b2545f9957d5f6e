from datasets import load_dataset

data = load_dataset("bigbio/pubmed_qa", revision="3f2c9a7e1b5d4c6f8a0e2d4b6c8f0a1e3d5b7c9f", trust_remote_code=True)  # ruleid: remote-code-trusted

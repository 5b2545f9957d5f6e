PATH = "ranker.pt"

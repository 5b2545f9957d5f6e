"""Training with Lightning, everything seeded."""

import lightning as L

from mymodel import Ranker, RankingData

L.seed_everything(42, workers=True)
trainer = L.Trainer(max_epochs=4, deterministic=True)
trainer.fit(Ranker(), datamodule=RankingData("pairs.csv"))  # ok: unseeded-training

"""Training with Lightning."""

import lightning as L

from mymodel import Ranker, RankingData

trainer = L.Trainer(max_epochs=4)
trainer.fit(Ranker(), datamodule=RankingData("pairs.csv"))  # ruleid: unseeded-training

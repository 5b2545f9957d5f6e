import sys

from tuning.trainers import build

trainer = build(sys.argv[1])
trainer.train()
trainer.save_model("out/final")

"""The same with one seed for split and estimator."""

import joblib
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

SEED = 20261124

frame = pd.read_csv("tickets.csv")
features, target = frame.drop(columns="label"), frame["label"]
train_x, test_x, train_y, test_y = train_test_split(features, target, test_size=0.2, random_state=SEED, stratify=target)
model = RandomForestClassifier(n_estimators=300, random_state=SEED)
model.fit(train_x, train_y)  # ok: unseeded-training
joblib.dump({"model": model, "seed": SEED}, "model.joblib")

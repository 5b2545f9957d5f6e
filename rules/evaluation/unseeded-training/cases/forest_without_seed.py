"""A classifier trained on another split each time."""

import joblib
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split

frame = pd.read_csv("tickets.csv")
features, target = frame.drop(columns="label"), frame["label"]
train_x, test_x, train_y, test_y = train_test_split(features, target, test_size=0.2)
model = RandomForestClassifier(n_estimators=300)
model.fit(train_x, train_y)  # ruleid: unseeded-training
print("f1", f1_score(test_y, model.predict(test_x), average="macro"))
joblib.dump(model, "model.joblib")

"""Which customers leave: ways in which the test part gets into training."""

import numpy as np
import pandas as pd
from imblearn.over_sampling import SMOTE
from sklearn.decomposition import PCA
from sklearn.ensemble import RandomForestClassifier
from sklearn.feature_selection import SelectKBest, f_classif
from sklearn.impute import SimpleImputer
from sklearn.metrics import classification_report
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import MinMaxScaler, StandardScaler

SEED = 7


def scaled(X, y):
    X = StandardScaler().fit_transform(X)  # ruleid: data-leakage-before-split
    X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=SEED)
    return RandomForestClassifier(random_state=SEED).fit(X_train, y_train).score(X_test, y_test)


def oversampled(path: str):
    customers = pd.read_csv(path)
    X, y = customers.drop(columns=["left"]), customers["left"]
    X_all, y_all = SMOTE(random_state=SEED).fit_resample(X, y)  # ruleid: data-leakage-before-split
    X_train, X_test, y_train, y_test = train_test_split(X_all, y_all, stratify=y_all, random_state=SEED)
    model = RandomForestClassifier(random_state=SEED).fit(X_train, y_train)
    return classification_report(y_test, model.predict(X_test))


def selected(X, y):
    selector = SelectKBest(f_classif, k=20)
    best = selector.fit_transform(X, y)  # ruleid: data-leakage-before-split
    parts = train_test_split(best, y, random_state=SEED)
    return RandomForestClassifier(random_state=SEED).fit(parts[0], parts[2]).score(parts[1], parts[3])


def columns(customers: pd.DataFrame, numeric: list[str]):
    customers = customers.dropna()
    customers[numeric] = MinMaxScaler().fit_transform(customers[numeric])  # ruleid: data-leakage-before-split
    X = customers.drop("left", axis=1)
    X_train, X_test, y_train, y_test = train_test_split(X, customers["left"], random_state=SEED)
    return RandomForestClassifier(random_state=SEED).fit(X_train, y_train).score(X_test, y_test)


def in_a_frame(X: pd.DataFrame, y):
    scaler = StandardScaler()
    scaler.fit(X)  # ruleid: data-leakage-before-split
    frame = pd.DataFrame(scaler.transform(X), columns=X.columns)
    X_train, X_test, y_train, y_test = train_test_split(frame, y, random_state=SEED)
    return RandomForestClassifier(random_state=SEED).fit(X_train, y_train).score(X_test, y_test)


def reduced(X: np.ndarray, y):
    filled = SimpleImputer(strategy="median").fit_transform(X)
    components = PCA(n_components=10).fit_transform(filled)  # ruleid: data-leakage-before-split
    X_train, X_test, y_train, y_test = train_test_split(components, y, random_state=SEED)
    return RandomForestClassifier(random_state=SEED).fit(X_train, y_train).score(X_test, y_test)

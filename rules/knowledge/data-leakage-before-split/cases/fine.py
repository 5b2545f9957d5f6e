"""Which customers leave: splits that keep the test part apart."""

import pandas as pd
from imblearn.over_sampling import SMOTE
from sklearn.decomposition import PCA
from sklearn.ensemble import RandomForestClassifier
from sklearn.feature_extraction.text import HashingVectorizer
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score, train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import FunctionTransformer, LabelEncoder, Normalizer, StandardScaler

SEED = 7


def split_first(X, y):
    X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=SEED)  # ok: data-leakage-before-split
    scaler = StandardScaler()
    X_train = scaler.fit_transform(X_train)
    X_train, y_train = SMOTE(random_state=SEED).fit_resample(X_train, y_train)
    return LogisticRegression().fit(X_train, y_train).score(scaler.transform(X_test), y_test)


def in_a_pipeline(X, y):
    X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=SEED)  # ok: data-leakage-before-split
    model = make_pipeline(StandardScaler(), PCA(n_components=10), LogisticRegression()).fit(X_train, y_train)
    return model.score(X_test, y_test), cross_val_score(model, X, y)


def without_state(X, y):
    X = Normalizer().fit_transform(FunctionTransformer(abs).fit_transform(X))
    y = LabelEncoder().fit_transform(y)
    X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=SEED)  # ok: data-leakage-before-split
    return LogisticRegression().fit(X_train, y_train).score(X_test, y_test)


def hashed(texts: list[str], y):
    X = HashingVectorizer().fit_transform(texts)
    X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=SEED)  # ok: data-leakage-before-split
    return LogisticRegression().fit(X_train, y_train).score(X_test, y_test)


def filled_with_zero(X, y):
    X = SimpleImputer(strategy="constant", fill_value=0).fit_transform(X)
    X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=SEED)  # ok: data-leakage-before-split
    return LogisticRegression().fit(X_train, y_train).score(X_test, y_test)


def a_part_for_validation(X, y):
    X_rest, X_test, y_rest, y_test = train_test_split(X, y, random_state=SEED)  # ok: data-leakage-before-split
    scaler = StandardScaler()
    scaled = scaler.fit_transform(X_rest)
    X_train, X_valid, y_train, y_valid = train_test_split(scaled, y_rest, random_state=SEED)  # ok: data-leakage-before-split
    return LogisticRegression().fit(X_train, y_train).score(scaler.transform(X_test), y_test)


def drawn_only(X, y):
    picture = PCA(n_components=2).fit_transform(X)
    draw(picture, y)
    X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=SEED)  # ok: data-leakage-before-split
    return RandomForestClassifier(random_state=SEED).fit(X_train, y_train).score(X_test, y_test)


def one_name_for_two_things(path: str):
    X = pd.read_csv(path)
    StandardScaler().fit_transform(X)
    X = pd.read_parquet(path)
    X_train, X_test = train_test_split(X, random_state=SEED)  # ok: data-leakage-before-split
    return LogisticRegression().fit(X_train, X_train["left"]).predict(X_test)


def only_if_asked(X, y, scale: bool):
    if scale:
        X = StandardScaler().fit_transform(X)
    X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=SEED)  # ok: data-leakage-before-split
    return LogisticRegression().fit(X_train, y_train).score(X_test, y_test)


def kept_for_production(train: pd.DataFrame, numeric: list[str]):
    train[numeric] = StandardScaler().fit_transform(train[numeric])
    fitting, stopping = train_test_split(train, random_state=SEED)  # ok: data-leakage-before-split
    return LogisticRegression().fit(fitting[numeric], fitting["left"]).score(stopping[numeric], stopping["left"])


def only_rows_for_training(X: pd.DataFrame, y, train_rows):
    X[train_rows] = StandardScaler().fit_transform(X[train_rows])
    fitting, stopping = train_test_split(X, random_state=SEED)  # ok: data-leakage-before-split
    return LogisticRegression().fit(fitting, y).score(stopping, y)


def fitted_to_last_year(X: pd.DataFrame, last_year: pd.DataFrame, y):
    scaler = StandardScaler()
    scaler.fit(last_year)
    X_train, X_test, y_train, y_test = train_test_split(scaler.transform(X), y, random_state=SEED)  # ok: data-leakage-before-split
    return LogisticRegression().fit(X_train, y_train).score(X_test, y_test)

"""What pgvector calls its distances, and how many dimensions its indexes take. Source: pgvector 0.8 README, pgvector 0.5.1 (Python wheel)."""

from __future__ import annotations

# method of a column, or of a function around it → the operator it is written with in SQL
METHODS = {"l2_distance": "<->", "max_inner_product": "<#>", "cosine_distance": "<=>", "l1_distance": "<+>"}
FUNCTIONS = {"L2Distance": "<->", "MaxInnerProduct": "<#>", "CosineDistance": "<=>", "L1Distance": "<+>"}
# what an operator class is called behind the type's name → the operator it serves
OPERATOR_CLASSES = {"_l2_ops": "<->", "_ip_ops": "<#>", "_cosine_ops": "<=>", "_l1_ops": "<+>"}
CLASS_OF = {operator: f"vector{ending}" for ending, operator in OPERATOR_CLASSES.items()}
SPOKEN = {"<->": "Euclidean", "<#>": "inner-product", "<=>": "cosine", "<+>": "taxicab"}
METHODS_OF_INDEXES = frozenset({"hnsw", "ivfflat", "diskann", "lantern_hnsw", "vectors", "scann"})
# the most dimensions that these methods index, by type
MOST_DIMENSIONS = {"vector": 2000, "halfvec": 4000}
LIMITED_METHODS = frozenset({"hnsw", "ivfflat"})


def operator_of(operator_class: str) -> str:
    """The operator that an operator class serves, empty where that is not known."""
    return next((operator for ending, operator in OPERATOR_CLASSES.items() if operator_class.endswith(ending)), "")

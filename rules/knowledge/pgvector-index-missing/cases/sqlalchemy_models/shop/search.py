import voyageai
from sqlalchemy import select
from sqlalchemy.orm import Session

from shop.models import Product, Review

client = voyageai.Client()


def similar_products(session: Session, text: str):
    vector = client.embed([text], model="voyage-3.5", input_type="query").embeddings[0]
    return session.scalars(select(Product).order_by(Product.embedding.cosine_distance(vector)).limit(10)).all()


def similar_reviews(session: Session, text: str):
    vector = client.embed([text], model="voyage-3.5", input_type="query").embeddings[0]
    return session.scalars(select(Review).order_by(Review.body_vector.l2_distance(vector)).limit(10)).all()

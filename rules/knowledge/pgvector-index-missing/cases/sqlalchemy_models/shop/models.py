from pgvector.sqlalchemy import Vector
from sqlalchemy import Index, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Product(Base):
    __tablename__ = "products"

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(Text)
    embedding = mapped_column(Vector(1024))


class Review(Base):
    __tablename__ = "reviews"
    __table_args__ = (
        Index("reviews_vectors", "body_vector", postgresql_using="hnsw", postgresql_ops={"body_vector": "vector_l2_ops"}),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    body_vector = mapped_column(Vector(1024))

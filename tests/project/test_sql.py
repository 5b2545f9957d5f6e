"""SQL in files and in code."""

from __future__ import annotations

from ailint.project.sql import statements
from tests.linked import linked

FILES = {
    "schema.sql": "CREATE TABLE items (e vector(3));\n",
    "users.sql": "CREATE TABLE users (id int);\n",
    "schema.prisma": 'model Doc {\n  e Unsupported("vector(4)")?\n}\n',
    "app.py": """
        import openai
        from sqlalchemy import text

        NAME = "items"

        def near(session, table, many):
            session.execute(text(f"SELECT id FROM {table} ORDER BY e <=> :q LIMIT {many}"))
            session.execute("SELECT id FROM items "
                            "ORDER BY 1 - (e <-> %s)")
            print("a vector of words")
    """,
    "migrations/1.py": """
        from alembic import op

        def upgrade():
            op.execute('''
                CREATE INDEX ON items USING hnsw (e vector_l2_ops)
            ''')
    """,
}


def test_statements() -> None:
    found = statements(linked(FILES))
    told = [
        (path, [column.size for column in sql.columns], [index.method for index in sql.indexes], [(one.operator, one.shape) for one in sql.searches])
        for path, sql in found
    ]
    assert told == [
        ("schema.sql", [3], [], []),
        ("schema.prisma", [4], [], []),
        ("app.py", [], [], [("<=>", "raw")]),
        ("app.py", [], [], [("<->", "expression")]),
        ("migrations/1.py", [], ["hnsw"], []),
    ]


def test_a_statement_in_code_stands_where_its_text_does() -> None:
    places = [(sql.searches[0].span.line, sql.searches[0].span.end_line) for path, sql in statements(linked(FILES)) if sql.searches]
    assert places == [(8, 8), (9, 10)]

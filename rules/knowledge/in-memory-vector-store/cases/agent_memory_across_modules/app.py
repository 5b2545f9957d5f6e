from flask import Flask, request

from graph import graph

app = Flask(__name__)


@app.post("/chat")
def chat() -> str:
    config = {"configurable": {"thread_id": request.json["thread"]}}
    return graph.invoke({"messages": [("user", request.json["text"])]}, config)["messages"][-1].content

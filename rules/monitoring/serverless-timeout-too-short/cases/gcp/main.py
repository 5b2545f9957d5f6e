import functions_framework
from google import genai

client = genai.Client(vertexai=True, project="shop", location="europe-west1")


@functions_framework.http
def answer(request):
    reply = client.models.generate_content(model="gemini-2.5-flash", contents=request.get_json()["question"])
    return {"answer": reply.text}

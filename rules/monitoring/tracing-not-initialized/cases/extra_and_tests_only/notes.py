import typer
from openai import OpenAI

app = typer.Typer()
client = OpenAI(timeout=30)


@app.command()
def summarise(path: str) -> None:
    with open(path) as file:
        reply = client.responses.create(model="gpt-4.1-2025-04-14", input=file.read())
    typer.echo(reply.output_text)


if __name__ == "__main__":
    app()

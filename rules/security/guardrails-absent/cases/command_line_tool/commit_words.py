import subprocess

from mistralai import Mistral


def main() -> None:
    diff = subprocess.check_output(["git", "diff", "--cached"], text=True)
    messages = [{"role": "user", "content": f"Write a commit message.\n{diff}"}]
    reply = Mistral(timeout_ms=30_000).chat.complete(model="mistral-large-2512", messages=messages)
    print(reply.choices[0].message.content)


if __name__ == "__main__":
    main()

import os


class Folder:
    def __init__(self, root: str) -> None:
        self.root = root

    def save(self, files: dict[str, str]) -> None:
        """Write files below the root."""
        for name, text in files.items():
            path = os.path.join(self.root, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)

    def log(self, line: str) -> None:
        """One more line in the log."""
        with open(os.path.join(self.root, "build.log"), "a", encoding="utf-8") as file:
            file.write(line)

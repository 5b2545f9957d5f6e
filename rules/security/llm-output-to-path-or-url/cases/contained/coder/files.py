from pathlib import Path


class Outside(ValueError):
    """A path that leads out of the folder."""


class Folder:
    def __init__(self, root: str) -> None:
        self.root = Path(root).resolve()

    def inside(self, name: str) -> Path:
        """The path of a file below the root."""
        path = (self.root / name).resolve()
        if self.root not in path.parents:
            raise Outside(name)
        return path

    def save(self, files: dict[str, str]) -> None:
        """Write files below the root."""
        for name, text in files.items():
            path = self.inside(name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    def log(self, line: str) -> None:
        """One more line in the log."""
        with (self.root / "build.log").open("a", encoding="utf-8") as file:
            file.write(line)

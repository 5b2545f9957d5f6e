from shop.model import complete


class Describer:
    def describe(self, item: str) -> str:
        return complete(f"Describe {item} in five words.").strip()


if __name__ == "__main__":
    print(Describer().describe(input()))

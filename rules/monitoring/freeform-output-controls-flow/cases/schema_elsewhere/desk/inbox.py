from desk.llm import classify


def take(mail, folder, model):
    if "spam" in classify(mail, model).lower():  # ok: freeform-output-controls-flow
        folder.drop(mail)

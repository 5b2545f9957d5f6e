from desk.judging import assistant, is_urgent, summary


def take(mail, pager):
    if is_urgent(mail):  # ruleid: freeform-output-controls-flow
        pager.call(mail)


def rank(mails, pager):
    for mail in mails:
        if assistant.score(f"How angry is this? {mail}") > 7:  # ruleid: freeform-output-controls-flow
            pager.call(mail)


def store(mail, archive):
    if "subject" in mail:  # ok: freeform-output-controls-flow
        archive.put(mail, summary(mail))

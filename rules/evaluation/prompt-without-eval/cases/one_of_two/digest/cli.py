import sys

from digest.mail import write_mail
from digest.summary import summarise

if __name__ == "__main__":
    summary = summarise(sys.stdin.read())
    print(summary, write_mail(summary), sep="\n\n")

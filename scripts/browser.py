"""Opens readiness reports in a real browser: they load nothing, filter, print, and show hostile names as names. Screens go to build/screens."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[1]
REPOS = ROOT / "tests" / "fixtures" / "repos"
SCREENS = ROOT / "build" / "screens"
HOSTILE = "<img src=x onerror=document.title='owned'>\"'&.py"
VIEWS = {"desktop": (1280, "light"), "dark": (1280, "dark"), "phone": (390, "light")}


def report(repo: str, folder: Path) -> Path:
    """The HTML report of a fixture, one file of which has a hostile name."""
    copy = folder / repo
    shutil.copytree(REPOS / repo, copy)
    if (copy / "app.py").is_file():
        shutil.copy(copy / "app.py", copy / HOSTILE)
    page = folder / f"{repo}.html"
    command = [sys.executable, "-m", "ailint", "report", "--quiet", "--format", "html", "--output", str(page)]
    subprocess.run(command, cwd=copy, check=True)  # noqa: S603 -- our own command
    return page


def opens(page: Any, said: list[str]) -> None:
    """Nothing is asked of a network, nothing goes wrong, nothing is wider than the window."""
    assert said == [], said
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate("document.querySelectorAll('img, iframe, object, embed').length") == 0
    assert page.title().endswith(": production readiness"), page.title()


def filters(page: Any) -> None:
    """By area and by severity, and back; by keyboard as well as by pointer."""
    articles = page.locator("article:visible")
    everything = articles.count()
    if not everything:
        return
    area = page.locator("article").first.get_attribute("data-area")
    page.locator("select[name=area]").select_option(area)
    assert articles.count() == page.locator(f"article[data-area={area}]").count() < everything
    assert page.locator("#shown").inner_text() == f"{articles.count()} of {everything} shown"
    page.locator("input[value=critical]").focus()
    page.keyboard.press("Space")
    assert page.locator("article.critical:visible").count() == 0
    page.get_by_role("button", name="Show all").click()
    page.wait_for_function(f"document.getElementById('shown').textContent === 'All {everything} shown'")


def prints(page: Any, file: Path) -> None:
    """What is folded on screen is open on paper, and what only a screen needs is gone."""
    page.emulate_media(media="print")
    assert page.locator("#filters:visible").count() == 0
    page.pdf(path=str(file), format="A4", print_background=True)
    assert file.stat().st_size > 0
    page.emulate_media(media="screen")


def works_without_script(browser: Any, address: str) -> None:
    """Everything but the filter is there."""
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(address)
    assert page.locator("#filters:visible").count() == 0
    assert page.get_by_role("heading", name="What stands in the way").is_visible()
    page.context.close()


def views(browser: Any, address: str) -> Iterator[tuple[str, Any, list[str]]]:
    """The page in every view, with all that the browser said about it."""
    for name, (width, scheme) in VIEWS.items():
        page = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme).new_page()
        said: list[str] = []
        page.on("console", lambda message, said=said: said.append(message.text))
        page.on("pageerror", lambda error, said=said: said.append(str(error)))
        page.on("request", lambda request, said=said: None if request.url.startswith(address) else said.append(request.url))
        page.goto(address)
        yield name, page, said
        page.context.close()


def check(browser: Any, page_file: Path) -> None:
    """All of it for one report."""
    address = page_file.as_uri()
    for name, page, said in views(browser, address):
        opens(page, said)
        filters(page)
        page.screenshot(path=str(SCREENS / f"{page_file.stem}-{name}.png"), full_page=True)
        if name == "desktop":
            prints(page, SCREENS / f"{page_file.stem}.pdf")
    works_without_script(browser, address)


def main() -> int:
    """The toy, the production and the monorepo fixture."""
    from playwright.sync_api import sync_playwright

    start: Callable[[], Any] = sync_playwright
    SCREENS.mkdir(parents=True, exist_ok=True)
    binary = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as folder, start() as playwright:
        browser = playwright.chromium.launch(executable_path=binary, args=["--no-sandbox", "--disable-background-networking", "--disable-quic"])
        for repo in ("poc-chatbot", "production-rag", "monorepo"):
            check(browser, report(repo, Path(folder)))
            print(f"{repo}: opens, filters, prints; screens in {SCREENS.relative_to(ROOT)}")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())

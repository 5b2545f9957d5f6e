from fastapi.responses import HTMLResponse

PAGE = "<html><body><main>{body}</main></body></html>"


def page(body: str) -> HTMLResponse:
    """A page of the site around a body."""
    return HTMLResponse(PAGE.format(body=body))

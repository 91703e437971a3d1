"""What protects the pages: headers, and the test that a form was sent from them. Who may see and do what is Airflow's to say."""

from collections.abc import Mapping
from urllib.parse import urlsplit

# Scripts, styles and pictures come from our own files only: markup that a publisher wrote would be dead even if it were ever let through.
CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'self'",
    )
)
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
}
FOR_EVER = "private, max-age=31536000, immutable"
NEVER = "no-store"


def is_from_our_pages(headers: Mapping[str, str]) -> bool:
    """Whether a request that changes something was sent by a page of the same origin, or by a program with a token of its own.

    Browsers say so in Sec-Fetch-Site, older ones in Origin (OWASP, Cross-Site Request Forgery Prevention); what says neither is refused.
    """
    if headers.get("authorization", "").lower().startswith("bearer "):
        return True  # no browser adds that by itself
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin"
    origin = headers.get("origin")
    return bool(origin) and urlsplit(origin).netloc == headers.get("host")

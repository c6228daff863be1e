"""A network between a phone and the server in this process, that can do its worst."""

from datetime import UTC, datetime

from django.test import Client


class Network:
    """Answers for the server, or loses and doubles; `plans` says what becomes of what is sent."""

    def __init__(self, user):
        self.client = Client(headers={"Accept-Encoding": "identity"})
        self.client.force_login(user)
        self.plans = []

    def __call__(self, asked):
        plan = self.plans.pop(0) if self.plans else "through"
        if plan == "lost on the way":
            return {"lost": True}
        if plan in STATUSES:
            return answer(STATUSES[plan], '{"message": "Not now."}')
        if plan == "a login page":
            return answer(200, "<h1>Welcome to the hotel</h1>")
        reply = self.ask(asked)
        if plan == "twice":
            reply = self.ask(asked)
        return {"lost": True} if plan == "lost on the way back" else reply

    def ask(self, asked):
        kind = {"content_type": "application/json", "data": asked.get("body") or ""}
        more = kind if asked["method"] == "POST" else {}
        headers = {k: v for k, v in asked["headers"].items() if k.startswith("If-")}
        reply = self.client.generic(asked["method"], asked["path"], **more, headers=headers)
        return answer(reply.status_code, reply.content.decode(), dict(reply.headers))


STATUSES = {str(status): status for status in (401, 403, 500, 503)}
PLANS = (*STATUSES, "through", "twice", "lost on the way", "lost on the way back", "a login page")


def answer(status, body, headers=None):
    """Return an answer as the phone is given it, with the server's time."""
    date = datetime.now(UTC).strftime("%a, %d %b %Y %H:%M:%S GMT")
    return {"status": status, "body": body, "headers": {**(headers or {}), "Date": date}}

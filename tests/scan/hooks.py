"""What schemathesis cannot know of Daymark: how a coordinator signs in, which addresses have something behind them, what
the form of a page asks, and that a form carries its session's token. `cargo xtask scan` runs it; docs/scans.md says what
came of it.

Without DAYMARK_SCAN_LOGIN nobody signs in, and whatever is asked for is asked for by a stranger.
"""

import os
import random
import re
import threading
import time
from html.parser import HTMLParser
from http.cookiejar import DefaultCookiePolicy

import requests
import schemathesis
import urllib3
from requests.adapters import HTTPAdapter

# The certificate was made for this run.
urllib3.disable_warnings(urllib3.exceptions.InsecureRequestWarning)

ORIGIN = os.environ["DAYMARK_SCAN_ORIGIN"]
LOGIN = os.environ.get("DAYMARK_SCAN_LOGIN")
PASSWORD = os.environ.get("DAYMARK_SCAN_PASSWORD")
OURS = {"Sec-Fetch-Site": "same-origin", "Origin": ORIGIN}
# A proof of identity holds five minutes; the scanner is proven all along, so that the forms behind it are reached.
PROVEN_FOR_S = 200
# Not the module's own: hypothesis sets that one back for each case, and every choice would be the same.
CHANCE = random.Random(20780)


# What nobody types, and a scanner does.
NASTY = [
    "",
    " ",
    "0",
    "-1",
    "9" * 40,
    "1e309",
    "9999-99-99",
    "0001-01-01",
    "262143-12-31",
    "25:61",
    "\u202e\u0000\ufeff",
    "e\u0301" * 300,
    "x" * 20_000,
    "' OR 1=1 --",
    '"><script>alert(1)</script>',
    "=HYPERLINK(1)",
    "../../../etc/passwd",
    "%00%0d%0aSet-Cookie: a=b",
    "00000000000000000000000000000000",
    "null",
]


class Page(HTMLParser):
    """Where a page leads, and what its forms ask."""

    def __init__(self, text):
        super().__init__()
        self.leads_to = []
        # (address, {name: a value that the page itself would send})
        self.forms = []
        self.form = None
        self.select = None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        said = dict(attributes)
        if tag == "a" and (said.get("href") or "").startswith("/"):
            self.leads_to.append(said["href"].split("#")[0].split("?")[0])
        elif tag == "form" and (said.get("action") or "").startswith("/"):
            self.form = (said["action"].split("?")[0], {})
            self.leads_to.append(self.form[0])
            if said.get("method") == "post":
                self.forms.append(self.form)
        elif self.form and tag == "select":
            self.select = said.get("name")
        elif self.form and tag == "option" and self.select:
            if said.get("value") and ("selected" in said or not self.form[1].get(self.select)):
                self.form[1][self.select] = said["value"]
        elif self.form and tag in ("input", "textarea", "button") and said.get("name"):
            typical = {"date": "2025-10-14", "number": "2", "time": "07:30", "email": "a@example.org"}
            value = said.get("value") or typical.get(said.get("type"), "Something")
            self.form[1].setdefault(said["name"], value)

    def handle_endtag(self, tag):
        if tag == "select":
            self.select = None
        elif tag == "form":
            self.form = None


def browser():
    """Keeps its connection, asks again where a busy machine hung up, and carries no cookie but those it is told."""
    browser = requests.Session()
    # A bundle of certificates in the environment would win over what is said here.
    browser.trust_env, browser.verify = False, False
    browser.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
    browser.mount("https://", HTTPAdapter(max_retries=urllib3.Retry(total=5, backoff_factor=0.5)))
    return browser


class Coordinator:
    """A browser of somebody who signed in."""

    def __init__(self):
        self.browser = browser()
        self.lock = threading.Lock()
        self.since = float("-inf")
        self.cookie = None
        self.form_token = ""
        # What follows `/` in addresses that the pages lead to.
        self.known = []
        self.forms = []

    def cookie_now(self):
        with self.lock:
            if time.monotonic() - self.since > PROVEN_FOR_S:
                self.sign_in()
            return self.cookie

    def sign_in(self):
        sent = {"login": LOGIN, "password": PASSWORD}
        answer = self.browser.post(f"{ORIGIN}/sign-in", data=sent, headers=OURS, allow_redirects=False)
        answer.raise_for_status()
        self.cookie = answer.headers["set-cookie"].split(";")[0]
        self.since = time.monotonic()
        page = self.read("/account")
        self.form_token = re.search(r'name="form_token" value="([^"]+)"', page).group(1)
        if not self.known:
            self.known = self.walk()

    def read(self, path):
        answer = self.browser.get(f"{ORIGIN}{path}", headers={"Cookie": self.cookie}, allow_redirects=False)
        return answer.text if "html" in answer.headers.get("content-type", "") else ""

    def walk(self, pages=200):
        """Follows links from page to page and keeps each address, and each form with what it asks."""
        seen, waiting = set(), ["/staff/home", "/staff", "/team/meeting", "/account"]
        for _ in range(pages):
            if not waiting:
                break
            page = Page(self.read(waiting.pop(0)))
            self.forms.extend(page.forms)
            for path in page.leads_to:
                if path not in seen:
                    seen.add(path)
                    waiting.append(path)
        return sorted(seen)


coordinator = Coordinator() if LOGIN else None


def behind(template):
    """What an address has to look like to be one of this template."""
    return re.compile("^" + re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>[^/]+)", re.escape(template)) + "$")


def values(template):
    """Names and values that stand behind this template in addresses that lead somewhere."""
    matches = (behind(template).match(path) for path in coordinator.known)
    return [match.groupdict() for match in matches if match]


def filled(template):
    """A form of such a page as somebody would send it, with up to two fields that nobody would."""
    forms = [fields for action, fields in coordinator.forms if behind(template).match(action)]
    if not forms:
        return {}
    fields = dict(CHANCE.choice(forms))
    for name in CHANCE.sample(sorted(fields), min(len(fields), CHANCE.choice([0, 1, 1, 2]))):
        fields[name] = CHANCE.choice(NASTY)
    return fields


@schemathesis.hook
def map_path_parameters(context, path_parameters):
    """Every second address has somebody behind it."""
    if coordinator is None or not path_parameters or CHANCE.random() < 0.5:
        return path_parameters
    coordinator.cookie_now()
    known = values(context.operation.path)
    return {**path_parameters, **CHANCE.choice(known)} if known else path_parameters


@schemathesis.hook
def map_body(context, body):
    """Four forms of five ask what their page asks; one of ten is not of this session."""
    if coordinator is None or not isinstance(body, dict):
        return body
    coordinator.cookie_now()
    asked = filled(context.operation.path) if CHANCE.random() < 0.8 else {}
    token = {} if CHANCE.random() < 0.1 else {"form_token": coordinator.form_token}
    return {**body, **asked, **token}


@schemathesis.hook
def before_call(context, case, kwargs):
    """As a browser says it of our own pages; the way to the next page is an answer."""
    case.headers.update(OURS)
    kwargs["allow_redirects"] = False


@schemathesis.serializer("application/vnd.daymark.sync+cbor-seq")
def frames(context, value):
    """Bytes as they come."""
    return {"data": value if isinstance(value, bytes) else str(value).encode()}


if coordinator is not None:

    @schemathesis.auth().apply_to(path_regex=r"^/(staff|team|account|sign|district|language)")
    class Session:
        """The cookie of the session of now."""

        def get(self, case, context):
            return coordinator.cookie_now()

        def set(self, case, data, context):
            name, value = data.split("=", 1)
            case.cookies = {**(case.cookies or {}), name: value}

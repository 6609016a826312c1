"""The desk's server: it listens on this machine alone, asks the doors first, and lets the routes answer."""

from __future__ import annotations

import sys
import traceback
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from .answers import ALWAYS, Answer, plain
from .doors import FORM_WITH_FILE, HOST, MOST_BYTES, MOST_SCANNED_BYTES, Doors, form_kind
from .forms import form_with_file, plain_form
from .routes import Routes


class DeskServer(ThreadingHTTPServer):
    """Raises:
    OSError: the port cannot be used.
    """

    daemon_threads = True
    allow_reuse_address = sys.platform != "win32"  # there it would let another program listen on the same port

    def __init__(self, port: int) -> None:
        super().__init__((HOST, port), _Handler)
        self.doors = Doors(self.server_address[1])
        self.routes: Routes | None = None

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A reader who left in the middle of an answer is no news; anything else is a fault worth seeing."""
        if not isinstance(sys.exception(), (ConnectionError, TimeoutError)):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    """The answer to one request."""

    server: DeskServer
    protocol_version = "HTTP/1.1"
    server_version = "zoujin"
    sys_version = ""
    timeout = 60

    def do_GET(self) -> None:
        """A page, a picture, or a file of the preview."""
        self._send(self._answer(is_post=False))

    def do_HEAD(self) -> None:
        """The same without its content."""
        self.do_GET()

    def do_POST(self) -> None:
        """A form."""
        self._send(self._answer(is_post=True))

    def _answer(self, *, is_post: bool) -> Answer:
        routes, doors = self.server.routes, self.server.doors
        if routes is None:
            return plain("审稿台正在读稿件，过一会儿再打开。", 503)
        headers = {name.title(): value for name, value in self.headers.items()}
        if len(headers) != len(self.headers):
            return self._refuse("请求的头部有重复，没有处理。", 400)  # each reader could believe another one
        parts = urlsplit(self.path)
        path = unquote(parts.path)
        is_entrance = path == "/open" and not is_post
        if why := doors.why_foreign(headers, is_entrance=is_entrance):
            return self._refuse(why, 403)
        if "\\" in path or "\0" in path or any(step in (".", "..") for step in path.split("/")):
            return self._refuse("没有这一页。", 404)
        query = dict(parse_qsl(parts.query, keep_blank_values=True, max_num_fields=20)) if parts.query else {}
        try:
            if is_entrance:
                return routes.entrance(query.get("key", ""))
            if path.startswith(doors.base):
                if not doors.knows_desk(headers):
                    return self._refuse(_NOT_YOU, 403)
                if is_post:
                    if why := doors.why_no_post(headers):
                        return self._refuse(why, 403)
                    form = self._form(headers)
                    if form is None:
                        return self._refuse("表单太大，或不完整，没有处理。", 413)
                    if not doors.knows_form(form.get("sign", "")):
                        return self._refuse("这个表单不是现在这个审稿台的，没有处理。回到审稿台，刷新页面再试。", 403)
                    return routes.post(path.removeprefix(doors.base), form)
                return routes.get(path.removeprefix(doors.base), query)
            if is_post:
                return self._refuse("这里不收表单。", 405)
            if not doors.knows_view(headers):
                return self._refuse(_NOT_YOU, 403)
            return routes.preview(path)
        except Exception:
            traceback.print_exc()
            return self._refuse("程序出了故障。请把运行审稿台的窗口里的内容发给维护人员。", 500)

    def _form(self, headers: dict[str, str]) -> dict[str, str] | None:
        length = headers.get("Content-Length", "")
        most = MOST_SCANNED_BYTES if form_kind(headers) == FORM_WITH_FILE else MOST_BYTES
        if not length.isascii() or not length.isdigit() or int(length) > most or "Transfer-Encoding" in headers:
            return None
        body = self.rfile.read(int(length))
        if form_kind(headers) == FORM_WITH_FILE:
            return form_with_file(headers.get("Content-Type", ""), body)
        return plain_form(body)

    def _refuse(self, why: str, status: int) -> Answer:
        self.close_connection = True  # what else was sent has not been read
        return plain(why, status)

    def _send(self, answer: Answer) -> None:
        self.send_response(answer.status)
        head = {
            **ALWAYS,
            "Content-Security-Policy": answer.policy,
            "Content-Type": answer.kind,
            "Content-Length": str(len(answer.content)),
            **answer.headers,
        }
        for name, value in head.items():
            self.send_header(name, value)
        for cookie in answer.cookies:
            self.send_header("Set-Cookie", cookie)
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.content)

    def log_message(self, format: str, *args: object) -> None:
        """Requests are no news."""


_NOT_YOU = "这里是审稿台，只有在这台电脑上启动它的人可以看。请用启动时窗口里显示的网址打开。"

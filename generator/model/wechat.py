"""What WeChat's official accounts (公众号) take, in characters (limits of the editor at mp.weixin.qq.com)."""

from __future__ import annotations

TITLE, AUTHOR, DIGEST = 32, 16, 128
"""The most characters that the editor's fields take."""

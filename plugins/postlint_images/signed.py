"""Links that end: signed URLs with their end date, and stores whose links are always temporary."""

from __future__ import annotations

import json
import re
from base64 import urlsafe_b64decode
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta

from postlint import NamedTuple, late_pattern
from postlint_images.addresses import Address
from postlint_images.hosts.known_host import find_by_host
from postlint_images.proxies.decoding import decode_once


class Expiry(NamedTuple):
    """How a link ends. `ends` is None where it is known to end, but not when; `kind` names the scheme."""

    kind: str
    ends: datetime | None = None


Query = Mapping[str, str]
_DIGITS = late_pattern(r"[0-9]{9,11}")
_HEX_TIME = late_pattern(r"[0-9a-fA-F]{8}")
_COMPACT = late_pattern(r"[0-9]{8}T[0-9]{6}Z")
_AUTH_KEY = late_pattern(r"([0-9]{9,11})-[0-9A-Za-z]{1,64}-[0-9A-Za-z]{1,64}-[0-9a-f]{32}")
_DATED_PATH = late_pattern(r"/(20[0-9]{10})/[0-9a-f]{32}/")
_HEX_PATH = late_pattern(r"/[0-9a-f]{32}/([0-9a-f]{8})/")
_KEY_IDS = ("awsaccesskeyid", "googleaccessid", "ossaccesskeyid", "key-pair-id", "security-token")
# `YYYYMMDDHHMM` and hexadecimal times outside of these years are no times
_FIRST, _LAST = datetime(2012, 1, 1, tzinfo=UTC), datetime(2040, 1, 1, tzinfo=UTC)
_CDN_VALIDITY = timedelta(minutes=30)

_ALWAYS = {
    "secure.notion-static.com": ("", "Notion"),
    "prod-files-secure.s3.us-west-2.amazonaws.com": ("", "Notion"),
    "s3.us-west-2.amazonaws.com": ("/secure.notion-static.com/", "Notion"),
    "s3-us-west-2.amazonaws.com": ("/secure.notion-static.com/", "Notion"),
    "file.notion.so": ("", "Notion"),
    "feishu.cn": ("/box/stream/download/asynccode", "Feishu"),
    "larksuite.com": ("/box/stream/download/asynccode", "Lark"),
    "dropboxusercontent.com": ("/cd/", "Dropbox"),
    "quip.com": ("/blob/", "Quip"),
    "files.slack.com": ("", "Slack"),
    "private-user-images.githubusercontent.com": ("", "GitHub"),
}


def may_be_temporary(host: str) -> bool:
    """Tell whether a host has links that end without a sign of it."""
    return host.startswith(("cdn.discordapp.", "media.discordapp.")) or find_by_host(_ALWAYS, host) is not None


def find_expiry(address: Address, *, is_suspect: bool = True) -> Expiry | None:
    """Return how a link ends, by the signs in its address, or None.

    Two signs are needed: a date without a signature proves nothing. `is_suspect` is what
    `may_be_temporary` says of the host.
    """
    if address.query:
        query = _read_query(address.query)
        for reader in _READERS:
            found = reader(address, query)
            if found is not None:
                return found
    return (_by_host(address) if is_suspect else None) or _by_path(address.path)


def _by_host(address: Address) -> Expiry | None:
    host = address.host
    if host.startswith(("cdn.discordapp.", "media.discordapp.")) and address.path.startswith("/attachments/"):
        return Expiry("Discord")
    always = find_by_host(_ALWAYS, host)
    return Expiry(always[1]) if always is not None and always[0] in address.path else None


def _read_query(query: str) -> dict[str, str]:
    pairs = (part.partition("=") for part in query.split("&"))
    return {decode_once(name).lower(): value for name, _, value in pairs}


def _provider_dates(_: Address, query: Query) -> Expiry | None:
    for prefix, kind in (
        ("x-amz-", "Amazon S3"),
        ("x-goog-", "Google Cloud Storage"),
        ("x-oss-", "Aliyun OSS"),
        ("x-tos-", "Volcengine TOS"),
    ):
        if f"{prefix}expires" in query and f"{prefix}signature" in query:
            start, seconds = query.get(f"{prefix}date", ""), query[f"{prefix}expires"]
            if _COMPACT.fullmatch(start) and re.fullmatch(r"[0-9]{1,9}", seconds):
                begins = _parse_time(start, "%Y%m%dT%H%M%SZ")
                return Expiry(kind, _later(begins, timedelta(seconds=int(seconds))))
            return Expiry(kind)
    return None


def _epoch_and_signature(_: Address, query: Query) -> Expiry | None:
    if "expires" in query and "signature" in query and any(name in query for name in _KEY_IDS):
        return Expiry("signed link", _epoch(query["expires"]))
    if "x-expires" in query and "x-signature" in query:
        return Expiry("ByteDance", _epoch(query["x-expires"]))
    if "e" in query and ":" in decode_once(query.get("token", "")) and _DIGITS.fullmatch(query["e"]):
        return Expiry("Qiniu", _epoch(query["e"]))
    return None


def _azure(_: Address, query: Query) -> Expiry | None:
    if "sig" not in query or "se" not in query:
        return None
    text = decode_once(query["se"])
    try:
        ends = datetime.fromisoformat(text)
        return Expiry("Azure", ends.astimezone(UTC) if ends.tzinfo else ends.replace(tzinfo=UTC))
    except (ValueError, OverflowError):
        return None


def _cdn_keys(_: Address, query: Query) -> Expiry | None:
    found = _AUTH_KEY.fullmatch(query.get("auth_key", ""))
    if found:
        return Expiry("Aliyun CDN", _later(_epoch(found.group(1)), _CDN_VALIDITY))
    if re.fullmatch(r"[0-9a-f]{32}", query.get("sign", "")) and _HEX_TIME.fullmatch(query.get("t", "")):
        start = _hex_time(query["t"])
        return Expiry("Tencent CDN", start + _CDN_VALIDITY) if start else None
    if "q-sign-time" in query and "q-signature" in query:
        end = decode_once(query["q-sign-time"]).partition(";")[2]
        return Expiry("Tencent COS", _epoch(end))
    return None


def _discord(address: Address, query: Query) -> Expiry | None:
    if "discordapp." in address.host and {"ex", "is", "hm"} <= query.keys():
        return Expiry("Discord", _hex_time(query["ex"]))
    return None


def _facebook(address: Address, query: Query) -> Expiry | None:
    if address.host.endswith((".fbcdn.net", ".cdninstagram.com")) and {"oh", "oe"} <= query.keys():
        return Expiry("Facebook", _hex_time(query["oe"]))
    return None


def _github(address: Address, query: Query) -> Expiry | None:
    if address.host != "private-user-images.githubusercontent.com" or "jwt" not in query:
        return None
    payload = query["jwt"].split(".")[1:2]
    try:
        text = payload[0] if payload else ""
        data = json.loads(urlsafe_b64decode(text + "=" * (-len(text) % 4)))
        ends = _epoch(str(data["exp"]))
    except (ValueError, KeyError, TypeError, RecursionError):
        ends = None
    return Expiry("GitHub", ends)


_READERS: tuple[Callable[[Address, Query], Expiry | None], ...] = (
    _provider_dates,
    _epoch_and_signature,
    _azure,
    _cdn_keys,
    _discord,
    _facebook,
    _github,
)


def _by_path(path: str) -> Expiry | None:
    # nearly all paths have no slash at either place
    if path[13:14] != "/" and path[33:34] != "/":
        return None
    dated = _DATED_PATH.match(path)
    if dated:
        start = _parse_time(dated.group(1), "%Y%m%d%H%M")
    else:
        found = _HEX_PATH.match(path)
        start = _hex_time(found.group(1)) if found else None
    return Expiry("Aliyun CDN", _later(start, _CDN_VALIDITY)) if start and _FIRST <= start < _LAST else None


def _later(start: datetime | None, span: timedelta) -> datetime | None:
    try:
        return None if start is None else start + span
    except OverflowError:
        return None


def _parse_time(text: str, form: str) -> datetime | None:
    try:
        return datetime.strptime(text, form).replace(tzinfo=UTC)
    except ValueError:
        return None


def _epoch(text: str) -> datetime | None:
    return datetime.fromtimestamp(int(text), UTC) if _DIGITS.fullmatch(text) else None


def _hex_time(text: str) -> datetime | None:
    if not _HEX_TIME.fullmatch(text):
        return None
    found = datetime.fromtimestamp(int(text, 16), UTC)
    return found if _FIRST <= found < _LAST else None

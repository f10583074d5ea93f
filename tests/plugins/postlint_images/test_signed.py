"""When signed links end."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from datetime import UTC, datetime

import pytest

from postlint_images.addresses import split_address
from postlint_images.signed import find_expiry

JWT = "x." + urlsafe_b64encode(b'{"exp":1700000000}').decode().rstrip("=") + ".y"
MD5 = "0123456789abcdef0123456789abcdef"

ENDS = [
    (
        "https://b.s3.amazonaws.com/a.png?X-Amz-Date=20240101T000000Z&X-Amz-Expires=3600&X-Amz-Signature=a",
        "Amazon S3",
        datetime(2024, 1, 1, 1, tzinfo=UTC),
    ),
    (
        "https://storage.googleapis.com/b/a.png?X-Goog-Date=20240101T000000Z&X-Goog-Expires=60&X-Goog-Signature=a",
        "Google Cloud Storage",
        datetime(2024, 1, 1, 0, 1, tzinfo=UTC),
    ),
    (
        "https://b.oss-cn-x.aliyuncs.com/a.png?x-oss-date=20240101T000000Z&x-oss-expires=60&x-oss-signature=a",
        "Aliyun OSS",
        datetime(2024, 1, 1, 0, 1, tzinfo=UTC),
    ),
    (
        "https://b.oss-cn-x.aliyuncs.com/a.png?Expires=1700000000&OSSAccessKeyId=k&Signature=a%2Bb%3D",
        "signed link",
        datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC),
    ),
    (
        "https://d1.cloudfront.net/a.png?Expires=1700000000&Signature=a&Key-Pair-Id=K",
        "signed link",
        datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC),
    ),
    (
        "https://x.blob.core.windows.net/c/a.png?sv=1&se=2024-05-06T07%3A08%3A09Z&sig=a",
        "Azure",
        datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC),
    ),
    (
        "https://x.blob.core.windows.net/c/a.png?se=2024-05-06&sig=a",
        "Azure",
        datetime(2024, 5, 6, tzinfo=UTC),
    ),
    (
        f"https://cdn.test/a.png?auth_key=1700000000-0-0-{MD5}",
        "Aliyun CDN",
        datetime(2023, 11, 14, 22, 43, 20, tzinfo=UTC),
    ),
    (f"https://cdn.test/202401020304/{MD5}/a.png", "Aliyun CDN", datetime(2024, 1, 2, 3, 34, tzinfo=UTC)),
    (f"https://cdn.test/{MD5}/6553f100/a.png", "Aliyun CDN", datetime(2023, 11, 14, 22, 43, 20, tzinfo=UTC)),
    (
        f"https://cdn.test/a.png?sign={MD5}&t=6553f100",
        "Tencent CDN",
        datetime(2023, 11, 14, 22, 43, 20, tzinfo=UTC),
    ),
    (
        "https://b.cos.x.myqcloud.com/a.png?q-sign-time=1600000000%3B1700000000&q-signature=a",
        "Tencent COS",
        datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC),
    ),
    (
        "https://q.test/a.png?e=1700000000&token=AK:SIG",
        "Qiniu",
        datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC),
    ),
    (
        "https://p3-sign.toutiaoimg.com/a.image?x-expires=1700000000&x-signature=a",
        "ByteDance",
        datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC),
    ),
    (
        "https://cdn.discordapp.com/attachments/1/2/a.png?ex=6553f100&is=6553f000&hm=ab",
        "Discord",
        datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC),
    ),
    ("https://media.discordapp.net/attachments/1/2/a.png", "Discord", None),
    (
        "https://scontent.xx.fbcdn.net/v/a.jpg?oh=1&oe=6553F100",
        "Facebook",
        datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC),
    ),
    (
        f"https://private-user-images.githubusercontent.com/1/a.png?jwt={JWT}",
        "GitHub",
        datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC),
    ),
    ("https://private-user-images.githubusercontent.com/1/a.png?jwt=broken", "GitHub", None),
    ("https://s3.us-west-2.amazonaws.com/secure.notion-static.com/a/b.png", "Notion", None),
    ("https://files.slack.com/files-pri/T-F/a.png", "Slack", None),
    ("https://internal-api.feishu.cn/space/api/box/stream/download/asynccode/?code=a", "Feishu", None),
]

LASTING = [
    "https://a.test/a.png",
    "https://a.test/a.png?t=6553f100",
    "https://a.test/a.png?e=1700000000",
    "https://a.test/a.png?token=abc",
    "https://a.test/a.png?se=2024-05-06",
    "https://a.test/a.png?sign=abc",
    "https://a.test/a.png?Expires=1700000000",
    "https://a.test/a.png?X-Amz-Date=20240101T000000Z",
    "https://a.test/0123456789abcdef/6553f100/a.png",
    f"https://a.test/{MD5}/00000001/a.png",
    f"https://a.test/209913400000/{MD5}/a.png",
    "https://cdn.discordapp.com/emojis/1.png",
    "https://github.com/user-attachments/assets/abc",
]


@pytest.mark.parametrize(("url", "kind", "ends"), ENDS)
def test_a_signed_link_ends(url: str, kind: str, ends: datetime | None) -> None:
    found = find_expiry(split_address(url))
    assert found is not None
    assert (found.kind, found.ends) == (kind, ends)


@pytest.mark.parametrize("url", LASTING)
def test_one_sign_proves_nothing(url: str) -> None:
    assert find_expiry(split_address(url)) is None


@pytest.mark.parametrize(
    "query",
    [
        "X-Amz-Date=99999999T999999Z&X-Amz-Expires=999999999&X-Amz-Signature=a",
        "X-Amz-Date=20240101T000000Z&X-Amz-Expires=99999999999999999&X-Amz-Signature=a",
        "X-Amz-Date=99991231T235959Z&X-Amz-Expires=999999999&X-Amz-Signature=a",
        "Expires=99999999999&Signature=a&AWSAccessKeyId=b",
        "se=9999-99-99&sig=a",
        "se=0001-01-01T00:00%2B14:00&sig=a",
        "auth_key=99999999999-0-0-" + MD5,
        "&" * 100_000,
        "sign=" + MD5 + "&t=ffffffff",
    ],
)
def test_dates_that_cannot_be_do_no_harm(query: str) -> None:
    find_expiry(split_address(f"https://a.test/a.png?{query}"))

"""Labels and phrases that describe something else: form fields, books, program text, examples, what if."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from postlint.post.post import Post
from postlint_attribution.view import Attributions

Maker = Callable[..., Post]


@pytest.mark.parametrize(
    "text",
    [
        "- 图片来源：相册、拍照、网络地址\n- 作者：文本框，非必填\n",
        "* 作者：多選\n* 譯者：單選\n* 來源：圖書館、書店\n",
        "- 出典: 任意\n- 著者: 任意\n",
        "- author: string, optional\n- source: string\n",
        "- 书名：山中来信\n- 作者：林小溪\n- 译者：周大山\n- 出版社：晨光出版社\n",
        "- `source:` in the config may be a list.\n",
        "Source: `src/main.rs`\n",
        "翻訳者: 作業を行う人\n",
        'For example:\n\n> "Sunset" by Rita Moss is licensed under CC BY 2.0\n',
        "例如：\n\n> 转载请注明出处\n",
        "如果图片来自网络，需要先经过代理。\n",
        "文末常有一段声明，比如“转载请注明出处”，但未必有用。\n",
        "协议有六种组合，其中“署名—非商业性使用”最常见。\n",
    ],
)
def test_is_no_statement(text: str, make_post: Maker) -> None:
    assert [statement.text for statement in make_post(text).view(Attributions).statements] == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("- 作者：林小溪\n- 来源：晨光网\n", "source-name"),
        ("- 书名号的用法\n- 作者：林小溪\n", "author-credit"),
        ("来源：`https://news.example.org/a/1`\n", "source-link"),
        ("`来源：晨光网`\n", "source-name"),
        ("这是一个示例。\n\n转载请注明出处\n", "reuse-terms"),
        ("本文采用“署名-非商业性使用”许可协议。\n", "licence"),
    ],
)
def test_is_a_statement(text: str, kind: str, make_post: Maker) -> None:
    assert kind in {statement.kind for statement in make_post(text).view(Attributions).statements}


@pytest.mark.parametrize(
    "text",
    ["「転載元：〜」のように一行で書くと親切です。\n", "文末写上「来源：晨光网」字样即可。\n", "来源：……\n"],
)
def test_a_label_that_is_spoken_of_is_none(text: str, make_post: Maker) -> None:
    assert [statement.text for statement in make_post(text).view(Attributions).statements] == []

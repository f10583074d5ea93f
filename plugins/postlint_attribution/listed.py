"""Items of a list that say what a form's field holds, or what is known of a book."""

from __future__ import annotations

from postlint import late_pattern
from postlint_attribution.folding import fold

# what a field holds, and no name: "作者：文本框，非必填", "著者: 任意"
_FIELD = late_pattern(
    fold(
        r"\s*(?:非?必填|选填|可选|可为空|单选|多选|勾选|下拉|文本框|文本域|输入框|复选框|单选框|选择框|字符串|文字列|整数|布尔|数组|"
        r"任意|必須|選択式|自動入力|필수|선택|문자열|(?i:string|text|varchar|boolean|integer|int|array|select|dropdown|optional|required|nullable)\b)"
        r"(?=\s*(?:[，,、;；（(\[。.]|型|列表|框|$))"
    )
)
# what is said of a book beside its writer and its translator
_BOOK = late_pattern(
    fold(
        r"\s*[*_]*(?:书名|原作名|出版社|出版方|出品方|出版年|出版时间|出版日期|页数|定价|装帧|丛书|(?i:isbn)|豆瓣评分|书籍|出版|書籍名|タイトル|ページ数|발행|출판사|쪽수|도서명)"
        r"[*_]*\s*[：:]"
    )
)
_LABELLED = late_pattern(r"[^：:\n]{1,16}[：:]\s*")


def holds_field(value: str) -> bool:
    """Tell whether the value of a label says what a form's field holds."""
    return _FIELD.match(fold(value)) is not None


def is_field(text: str) -> bool:
    """Tell whether an item of a list describes a form's field."""
    label = _LABELLED.match(text)
    return label is not None and holds_field(text[label.end() :])


def is_of_book(text: str) -> bool:
    """Tell whether an item of a list says what is known of a book, but for its writer."""
    return _BOOK.match(fold(text)) is not None

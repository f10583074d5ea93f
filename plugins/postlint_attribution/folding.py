"""One form for what is written in many: scripts, widths, case.

Traditional characters become simplified ones and full-width signs plain ones, one code point for one, so
that offsets stay what they were. It is meant for finding wordings and comparing names, not for printing.
"""

from __future__ import annotations

import re

from postlint import late_pattern

_PAIRS = (
    "來来 譯译 載载 轉转 貼贴 連连 結结 網网 鏈链 處处 權权 聲声 製制 複复 創创 發发 佈布 專专 為为 於于 "
    "號号 關关 註注 標标 題题 圖图 書书 報报 導导 編编 輯辑 責责 環环 聯联 繫系 刪删 許许 請请 謝谢 絕绝 "
    "歡欢 個个 僅仅 觀观 點点 業业 員员 與与 沒没 獲获 經经 對对 實实 際际 雜杂 誌志 誰谁 記记 寫写 筆笔 "
    "訊讯 資资 內内 頁页 數数 據据 學学 習习 參参 攝摄 檔档 閱阅 讀读 見见 讓让 給给 選选 視视 頻频 說说 "
    "變变 類类 開开 應应 該该 將将 並并 別别 兩两 張张 簡简 體体 東东 過过 還还 這这 裡里 裏里 時时 間间 "
    "後后 會会 須须 負负 擔担 從从 價价 務务 單单 條条 訂订 戲戏 錄录 頂顶 買买 賣卖 們们 產产 總总 統统 "
    "萬万 億亿 廣广 雲云 優优 臺台 灣湾 國国 準准 則则 嚴严 職职 場场 無无 達达 術术 誤误 級级 論论 續续 "
    "違违 認认 識识 爭争 議议 規规 範范 協协 項项 屬属 歸归 蹤踪 證证 審审 華华 態态 傳传 圍围 鏡镜 樣样 "
    "掃扫 碼码 眾众 購购 搶抢 紅红 錢钱 幣币 廳厅 館馆 幫帮 獎奖 獲获 優优 點点 擊击 歡欢 積积 種种 稱称 組组 織织 "
    "習习 聽听 臉脸 腦脑 觀观 覺觉 軟软 體体 輕轻 較较 遠远 適适 還还 鄰邻 釋释 錯错 陸陆 隊队 電电 靈灵 顯显 顧顾 "
    "隨随 語语 話话 動动 機机 電电 諾诺 損损 當当 進进 節节 絡络 盡尽 線线 舊旧 頭头 繪绘 設设 計计 紹绍 "
    "聞闻 麼么 難难 勞劳 煩烦 問问 竊窃 壓压 讚赞 賞赏 擾扰 離离 現现 雖虽 盜盗 "
)
_SIGNS = {
    "\u00a0": " ",
    "\t": " ",
    "︰": "：",
    "﹕": "：",
    "∶": "：",
    "︱": "｜",
    "│": "｜",
    "丨": "｜",
    "﹐": "，",
    "﹔": "；",
    "．": ".",
    "⼯": "工",
    "着": "著",
}


def _table() -> dict[int, int]:
    table = {ord(pair[0]): ord(pair[1]) for pair in _PAIRS.split()}
    table |= {ord(sign): ord(plain) for sign, plain in _SIGNS.items()}
    for first, last in (("０", "９"), ("Ａ", "Ｚ"), ("ａ", "ｚ")):
        table |= {code: code - 0xFEE0 for code in range(ord(first), ord(last) + 1)}
    return table


_FOLD = _table()
_UNFOLD: dict[str, str] = {}
for _pair in (*_PAIRS.split(), "着著", "丨｜"):
    _UNFOLD[_pair[1]] = _UNFOLD.get(_pair[1], "") + _pair[0]
# most texts need few changes: `str.translate` takes eight times as long
_FOLDABLE = late_pattern("[" + re.escape("".join(map(chr, _FOLD))) + "]")
_FOLDED = {chr(code): chr(plain) for code, plain in _FOLD.items()}
_NAME_NOISE = late_pattern(r"[\s\W_]+")


def fold(text: str) -> str:
    """Return the text with simplified characters and plain signs; the length stays the same."""
    return _FOLDABLE.sub(_folded, text)


def _folded(found: re.Match[str]) -> str:
    return _FOLDED[found[0]]


def fold_name(name: str) -> str:
    """Return a name without case, width, script, blanks and punctuation, for comparing only."""
    return _NAME_NOISE.sub("", fold(name)).casefold()


def unfolded(cue: str) -> tuple[str, ...]:
    """Return a folded literal as it may stand in a text: as it is, and in traditional characters."""
    forms = {cue}
    for char in dict.fromkeys(cue):
        for other in _UNFOLD.get(char, ""):
            forms |= {form.replace(char, other) for form in forms}
    return tuple(sorted(forms))

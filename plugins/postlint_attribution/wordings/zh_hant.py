"""Chinese as in Taiwan and Hong Kong: what is said in other words than on the mainland."""

from __future__ import annotations

from postlint_attribution.wordings.wording import Wording

WORDINGS = (
    Wording(
        "citation",
        "label",
        r"參考(?:資料|文件|文章|連結|自)|延伸閱讀",
        ("參考資料", "參考文件", "參考文章", "參考連結", "延伸閱讀"),
        "參考資料：[說明](https://example.org/doc)",
        "請參考資料夾。",
        value="outlet",
    ),
    Wording(
        "licence",
        "phrase",
        r"創用\s*(?i:cc)(?:\s*授權(?:條款)?)?|姓名標示[^。\n]{0,30}(?:授權|釋出|台灣|\d\.\d)|以[^，。\n]{2,40}授權(?:條款)?(?:釋出|發布|提供)",
        ("創用", "姓名標示", "授權"),
        "本文以創用 CC 姓名標示 4.0 授權釋出",
        "該軟體以創用 CC 姓名標示 4.0 授權釋出",
        value="licence",
        role="licence",
    ),
    Wording(
        "reuse-terms",
        "phrase",
        r"轉[貼載](?:本文|文章|時)?請(?:標示|註明|附上|保留|告知)|(?:請|須)標示(?:本頁|原文|出處|作者|網址)",
        ("標示", "註明", "附上", "保留", "告知"),
        "轉貼請標示本頁網址",
        "請標示座標軸。",
        shape=r"(?:請|須)(?:標示|註明|附上|保留|告知)",
    ),
    Wording(
        "photo-credit",
        "phrase",
        r"(?:圖片|圖|照片|影片|畫面|截圖)(?:皆|均)?(?:取自|擷自|擷取自|翻攝自|嵌入自|翻攝|引用自)\s*[：:]?\s*",
        ("取自", "擷自", "擷取自", "翻攝", "嵌入自", "引用"),
        "圖片取自 晨光圖庫",
        "圖片擷取工具",
        value="maker",
    ),
    Wording(
        "syndication-boilerplate",
        "phrase",
        r"(?:追蹤|訂閱)(?:我|我們)的?[^。，\n]{0,12}?(?:粉絲專頁|專頁|粉專|部落格|帳號|頻道|電子報|臉書|IG|Facebook|FB|Instagram|YouTube|Podcast)|按讚[^。\n]{0,8}(?:分享|訂閱|追蹤|支持|鼓勵)|(?:幫|請)[^。\n]{0,4}(?:按(?:個)?讚|拍(?:個|個幾下)?手)|(?:訂閱|加入)[^。，\n]{0,10}電子報|加入[^。，\n]{0,8}(?:LINE|Telegram|Discord)\s?(?:好友|社群|群組|官方)",
        ("追蹤", "訂閱", "按讚", "按個讚", "拍手", "電子報", "LINE", "Telegram", "Discord"),
        "歡迎追蹤我們的粉絲專頁",
        "事件追蹤的電子報設定",
        place="edge",
    ),
)

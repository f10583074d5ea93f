"""Pieces that patterns share, written `<name>` in them."""

from __future__ import annotations

PIECES = {
    "b": r"(?:^|(?<=[\n\u2028。！？；，、|｜：:（(【\[［「『《“\"”’」』）)】\]］>»~～*＊•·…—\-–　 ※#✨👉▲▼△↑◎●■◆─→.\U0001f700-\U0001faff\U0001f300-\U0001f6ff☀-➿\ufe0f]))",
    "this": r"(?:本篇(?=[翻编节摘改]?[译转首选原]|系|为|是|由|最|同|发|刊|参考|来自|来源|也|已)|(?:本|此|这|该|原)(?:[篇个则]|系列)?\s*(?:技术)?(?:文章?|博文|博客|帖子?|贴子?|教程|译文|翻译|稿件?|"
    r"报道|内容|推文|笔记|系列|资料|页面?|专栏|书|项目|字幕|视频|作品|文档))",
    "date": r"\s*(?:约|大约)?(?:\d{4}|\d{1,2}\s*(?:年|月|天|周|小时)|[一二三四五六七八九十两几]+\s*(?:年|个?月|天|周)|"
    r"今年|去年|昨|前|上[个周月]|本[月周])",
    "net": r"(?:互联网|网络|网路|网上|网友|因特网|公开资料|公开网络|(?i:internet|web)(?![\w-]|\s+[A-Z])|百度|谷歌|搜索引擎)",
    "by": r"(?:未经?|没有|没|不|无|非|需要?|须|请|若|如|才|必须|可以?|先|后|待|想|要|来|以)",
    "jathis": r"(?:本文|本稿|(?:この|本|当|以下の?|こちらの?)(?:記事|文書|ページ|文章|エントリー?|ドキュメント|投稿|翻訳|ブログ|連載|シリーズ|内容))",
    "kothis": r"(?:이|본|해당|아래|다음|원)\s?(?:글|문서|포스팅|포스트|게시물|게시글|번역(?:문|본)?|아티클|기사|내용|문서)",
    "enthis": r"(?:this|the|that|above|following|original)\s+(?:\w+\s+){0,2}?(?:post|article|letter|story|piece|blog|"
    r"text|tutorial|essay|page|column|content|interview|guide|translation|note|newsletter|document|work|"
    r"chapter|transcript|talk|report|announcement|version|review|series|paper|answer)s?",
    "enpic": r"(?:photo(?:graph)?s?|images?|pictures?|illustrations?|screenshots?|cover|header|hero|featured|"
    r"figures?|fig\.?|graphics?|artwork|diagrams?|gif|video|banner|chart|map|comic|cartoon|thumbnail)",
    "zhpic": r"(?:题图|封面图?片?|头图|配图|插图|首图|图片|(?<![\u4e00-\u9fff])图|[上下左右此本该原]图|图像|图示|照片|截图|视频|影片|图表|背景图|动图|缩略图|"
    r"海报|插画|示意图|架构图|表格|横幅|头像|素材图|漫画)",
    "capital": r"(?-i:[A-Z])",
}

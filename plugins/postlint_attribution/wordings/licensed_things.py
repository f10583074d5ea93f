"""Words for what may stand under a licence, in five languages; the first that fits at a place counts."""

from __future__ import annotations

PART = (
    r"(?<![\w日])[本此](?:书|电子书|手册|项目|专案|仓库|课程|文档(?!中|内))",
    r"\bthis\s+(?:\w+\s+)?(?:book|project|repo(?:sitory)?|course|handbook|manual|documentation)\b",
    r"(?<![这那一两几])本書|(?:この|本)プロジェクト",
    r"이\s?(?:책|프로젝트|저장소)(?=[은는])",
)
"""What a post may be a chapter of."""

CODE = (r"代码|源码|范例程序", r"\b(?:source\s+)?code\b|\bsnippets?\b", r"コード", r"코드")

IMAGE = (
    r"图片|照片|插图|配图|题图|截图|图像|插画|影像",
    r"\b(?:images?|photos?|photographs?|pictures?|illustrations?|figures?|artwork|icons?)\b",
    r"画像|写真|イラスト",
    r"이미지|사진|그림",
)

OTHER = (
    r"其(?:中)?的?(?:内容|作品|文章|文字)|[软軟](?:件|体|體)|书籍?(?![写面目签架城店])|图书|教材|程序(?!员)|程式(?!设计)|字体|字型|数据[集库]?|资料[集库]|游戏|工具|插件|外掛|应用|系统|框架|"
    r"函[数式]库|类库|[库标標]准|音[乐效]|歌曲|电影|硬件|韧体|固件|模型|项目|专案|手册|指南|课程|百科|维基|语料|素材|词典|词库|地图|套件|主题|模板|"
    r"文档(?!中|内)",
    r"\b(?:software|books?|e-?books?|textbooks?|fonts?|typefaces?|data(?:set|base)?s?|games?|tools?|plug-?ins?|apps?|applications?|library|libraries|"
    r"frameworks?|standards?|music|songs?|films?|movies?|hardware|models?|corpus|projects?|packages?|programs?|themes?|templates?|specifications?|"
    r"manuals?|documentation|wikipedia|courses?|maps?|kernel|repository|products?|assets?|materials?|sounds?|dictionary)\b",
    r"ソフト(?:ウェア)?|書籍|本(?=[はがもを]|の(?!記事|文|ページ|翻訳))|フォント|データ(?:セット|ベース)?|ゲーム|ツール|プラグイン|アプリ|ライブラリ|プロジェクト|"
    r"教材|音楽|辞書|モデル",
    r"소프트웨어|(?<![가-힣])책|도서|폰트|글꼴|서체|데이터|게임|도구|플러그인|앱(?=[은는이])|라이브러리|프로젝트|음악|교재|사전|모델",
)

TEXT = (
    r"[本此该这][文站博页篇]|[本此]作品|文章|博文|博客|部落格|网站|译文|翻译|译作|内容|全文|原文|正文|文字|教程(?!序)|帖子|网志|稿件|本专栏",
    r"\b(?:posts?|articles?|blogs?|sites?|website|text|pages?|story|stories|works?|content|translations?|tutorials?|essays?|writings?|everything|chapter)\b",
    r"記事|文書|文章|コンテンツ|サイト|ブログ|翻訳|ページ|エントリ",
    r"글(?!꼴)|저작물|콘텐츠|컨텐츠|블로그|문서|게시물|게시글|포스트|포스팅|번역|사이트",
)

"""Takes nothing, gives the words for programs that ask the service: refusals, and what the description of it says."""

from __future__ import annotations

from docgen.vocabulary.words import Words

TAG_RECORDS, TAG_CHECK, TAG_PAPERS = "记录", "检查", "材料"
TAG_BASICS, TAG_HISTORY, TAG_SERVICE = "基础资料", "历史", "服务"
TAG_EXPORTS = "导出"
TAGS: tuple[tuple[str, str], ...] = (
    (TAG_BASICS, "有哪些单位、记录种类、文种；记录的格式。"),
    (TAG_RECORDS, "查、读、写、删记录。修改时带 If-Match，防止盖掉别人刚改的内容。"),
    (TAG_CHECK, "核对记录是否合规，列出应做未做的事项。"),
    (TAG_PAPERS, "由记录生成材料：docx、html、pdf、xlsx；说明数字的来历。"),
    (TAG_EXPORTS, "一个期间的全部材料：排队、进度、结果、下载。一次只做一个。"),
    (TAG_HISTORY, "谁在什么时候改了什么；从回收站恢复。"),
    (TAG_SERVICE, "服务本身：是否正常、版本、监控指标、接口说明。"),
)
ABOUT = """党支部工作材料的接口：读写记录，检查，生成材料。

- 认证：请求头 `Authorization: Bearer 令牌`。令牌由管理员发：`docgen user token add`。
- 单位用简称（一支部），期间写作 `2020`、`2020-Q1` 或 `2020-03`，日期写作 `2020-03-12`。
- 出错时返回 `application/problem+json`（RFC 9457）：`title` 说出了什么事，`detail` 说怎么办，`findings` 是检查发现的问题。
- 看不到的内容按没有处理：别的单位的记录、无权看的谈话，一律返回 404。
"""

PROBLEM_400 = "请求不合要求"
PROBLEM_401 = "没有令牌，或令牌已失效"
PROBLEM_403 = "没有这项权限"
PROBLEM_404 = "没有这项内容，或看不到"
PROBLEM_405 = "这个地址不接受这种请求"
PROBLEM_409 = "与别的操作冲突"
PROBLEM_410 = "文件已不在，或已被后来的导出换掉"
PROBLEM_412 = "记录已被别人改过；`current` 是现在的，`proposed` 是这次提交的"
PROBLEM_413 = "内容太大"
PROBLEM_415 = "不认识的内容类型"
PROBLEM_422 = "内容不合要求"
PROBLEM_428 = "没有带 If-Match"
PROBLEM_429 = "次数太多，请稍后再试"
PROBLEM_500 = "docgen 自身出错"
PROBLEM_501 = "这台机器缺少生成这种格式所需的组件"
PROBLEM_503 = "现在用的人多，或工作区正忙，请稍后再试"
PROBLEM_507 = "文件写不进去，没有保存"
PROBLEMS: dict[int, str] = {
    400: PROBLEM_400,
    401: PROBLEM_401,
    403: PROBLEM_403,
    404: PROBLEM_404,
    405: PROBLEM_405,
    409: PROBLEM_409,
    410: PROBLEM_410,
    412: PROBLEM_412,
    413: PROBLEM_413,
    415: PROBLEM_415,
    422: PROBLEM_422,
    428: PROBLEM_428,
    429: PROBLEM_429,
    500: PROBLEM_500,
    501: PROBLEM_501,
    503: PROBLEM_503,
    507: PROBLEM_507,
}

BEARER = "访问令牌，由管理员用 docgen user token add 发"
RETRY_AFTER = "几秒后再试"
ETAG = "内容的校验值，修改时放进 If-Match"
LOCATION = "新记录的地址"
IF_MATCH = "读到的 ETag；没有带的返回 428，已被别人改过的返回 412"
IF_NONE_MATCH = "读过的 ETag；没有变的返回 304"
NOT_MODIFIED = "与上次读的相同"
BODY = "一条记录：JSON 对象（栏目名作键，内容照写，数字和日期写成文字最稳妥），或它的 YAML 原文。"
EXAMPLE = {
    "类型": "会议",
    "会议类型": "支委会",
    "开始": "2020-03-26 14:30",
    "地点": "总部三楼会议室",
    "主持人": "张一",
    "记录人": "李二",
    "出席": "其余",
    "议题": [{"标题": "研究4月主题党日安排", "决议": "同意方案，由王三负责准备。"}],
}
EXAMPLE_TEXT = "类型: 会议\n会议类型: 支委会\n开始: 2020-03-26 14:30\n地点: 总部三楼会议室\n"

MADE = "一份材料的文件，或多份的 zip；要 JSON 时是说明"
PREVIEWED = "网页"
PAPERS = "材料"
FINDINGS_HEADER = "材料有几处问题：error=0, warn=2, info=1"
NAME_HEADER = "文件名"

TEMPLATE_FILE = "模板文件"

REQUESTS_METRIC = "收到的请求"
SECONDS_METRIC = "回答请求用的秒数"
PAPERS_METRIC = "生成的材料"
JOBS_METRIC = "各状态的任务"

METRICS = "指标"
SUCCESS = "成功"
PATH_PLACE, QUERY_PLACE, HEADER_PLACE = "地址", "查询", "请求头"
SEVERAL = "{}，可多个"
TYPE_NAMES = {
    "string": "文字",
    "integer": "整数",
    "number": "数",
    "boolean": "true 或 false",
    "object": "对象",
    "date": "日期",
    "date-time": "时刻",
    "binary": "文件",
}

YES, NO = "是", "否"

API_WORDS: dict[str, Words] = {
    "media-wrong": Words("不认识的内容类型：{value}。", "用 application/json 或 application/yaml。"),
    "json-broken": Words("JSON 读不懂：{value}。", "检查引号、逗号和括号；编码用 UTF-8。"),
    "json-twice": Words("JSON 里同一层有两个“{value}”。", "只留一个。"),
    "json-not-record": Words("记录要写成一个对象：栏目名和内容。", "栏目名作键，内容作值；也可以发 YAML 文本。"),
    "yaml-not-utf8": Words("内容不是 UTF-8 编码。", "另存为 UTF-8 再提交。"),
    "parameter-unknown": Words("没有“{value}”这个参数。", "是不是：{near}？", ("有哪些参数，见 /api/v1/docs。",)),
    "number-endless": Words("“{value}”不是一个数。", "写成普通的数字，或写成文字。"),
    "text-broken": Words("有不成对的字符（代理码），不能保存。", "检查程序的编码，用 UTF-8 提交。"),
    "subject-needed": Words("没有说明要什么材料。", "写 subjects（例如 一支部/2020-03），或在 record 里放一条记录。"),
    "papers-failed": Words("有 {value} 份材料没有生成。", "原因见 outputs；补全记录后再试。"),
    "preview-one": Words("预览一次只看一份，这里有 {value} 份。", "用 kind 指明文种。"),
    "change-unknown": Words("没有第 {value} 号改动。", "从历史列表中选。"),
}

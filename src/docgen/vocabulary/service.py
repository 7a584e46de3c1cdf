"""Takes codes of the service, gives what it says to people."""

from __future__ import annotations

from docgen.vocabulary.words import Words

SERVICE_WORDS: dict[str, Words] = {
    "login-needed": Words("请先登录。", "登录后再来；程序调用请带访问令牌（Authorization: Bearer 令牌）。"),
    "login-wrong": Words("用户名或密码不对。", "核对后再试；忘记密码请找管理员重设。"),
    "login-throttled": Words("试错太多次，请等 {seconds} 秒再登录。", "忘记密码请找管理员重设。"),
    "token-wrong": Words("访问令牌无效、过期或已撤销。", "用 docgen user token add 另发一个。"),
    "not-allowed": Words("“{value}”没有这项权限：{action}。", "需要时请管理员调整角色。"),
    "not-found": Words("没有这个页面或内容：{value}。", "检查地址，或从上方导航进入。"),
    "method-wrong": Words("这个地址不接受这种请求（{value}）。", "查看接口说明 /api/v1/docs。"),
    "forged": Words("页面已过期，操作没有执行。", "刷新页面后再试一次；填写的内容还在原页面。"),
    "cross-site": Words("来自别的网站的请求，没有执行。", "请从本服务的页面操作。"),
    "host-wrong": Words("不认识这个主机名：{value}。", "启动时用 --allow-host 写上对外的主机名。"),
    "body-large": Words("内容太大，上限 {limit}。", "分几次提交，或缩小文件。"),
    "body-invalid": Words("请求的内容不合要求：{value}。", "对照接口说明 /api/v1/docs。"),
    "busy": Words("现在用的人多，没有排上。", "{seconds} 秒后再试。"),
    "precondition-needed": Words("没有说明是在哪一版上改的。", "先读取记录，把 ETag 放进 If-Match 再提交。"),
    "accounts-needed": Words(
        "还没有账号，只供本机的浏览器使用。", "经代理或从别的电脑使用，先建立账号：docgen user add 姓名 --role 管理员。"
    ),
    "serve-open": Words(
        "没有账号，不能在 {value} 上提供服务：谁都能看、能改。", "先建立账号：docgen user add 姓名 --role 管理员。"
    ),
    "address-taken": Words("{value} 用不了：{reason}。", "换一个 --port，或先结束占用它的程序。"),
    "paper-not-yet": Words("还不能出材料：{value}。", "先把标红的改好，再试一次。"),
    "too-slow": Words("生成超过 {seconds} 秒，已停止。", "材料太长时请用导出；模板有问题时先用“模板”页试用。"),
}

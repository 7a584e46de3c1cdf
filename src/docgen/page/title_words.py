"""Takes nothing, gives the words of party papers that the library's dictionary lacks, to be kept whole."""

from __future__ import annotations

from typing import Final

_TEXT: Final = """
主题党日 三会一课 五个一 组织生活会 支部委员会 述职评议 述职报告 第一议题 主题教育 理论学习 党员代表大会
基层党组织 全面从严治党 党风廉政建设 中国特色社会主义 新时代 习近平新时代中国特色社会主义思想
习近平谈治国理政 不忘初心 牢记使命 两学一做 两优一先 两个维护 四个意识 四个自信 三重一大 入党积极分子
发展对象 党务工作者 计票人 承诺践诺 书记破题 提质升级 责任清单 工作要点 工作总结 工作报告 志愿服务
疫情防控 脱贫攻坚 安全生产 复工复产
"""

TITLE_WORDS: tuple[str, ...] = tuple(_TEXT.split())

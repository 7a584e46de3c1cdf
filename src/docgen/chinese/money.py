"""Takes amounts in 分, gives them in figures and in capitals."""

from __future__ import annotations

from docgen.chinese.numerals import CAPITAL, spell


def money_text(cents: int) -> str:
    """Write an amount of cents in yuan with two decimals and grouped thousands: 1,234.50."""
    sign = "-" if cents < 0 else ""
    yuan, rest = divmod(abs(cents), 100)
    return f"{sign}{yuan:,}.{rest:02}"


def money_capitals(cents: int) -> str:
    """Write an amount of cents, not negative, in capitals: 壹仟贰佰叁拾肆元伍角整 (支付结算办法, 附一).

    整 closes amounts without 分. Where the rule leaves a 零 free (before 角, inside 万) none is written.
    """
    if cents < 0:
        raise ValueError(f"negative amount: {cents}")
    yuan, rest = divmod(cents, 100)
    jiao, fen = divmod(rest, 10)
    text = f"{spell(yuan, CAPITAL)}元" if yuan or not rest else ""
    if jiao:
        text += f"{CAPITAL.digits[jiao]}角"
    if not fen:
        return text + "整"
    zero = CAPITAL.digits[0] if yuan and not jiao else ""
    return f"{text}{zero}{CAPITAL.digits[fen]}分"

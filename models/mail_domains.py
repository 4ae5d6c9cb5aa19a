"""The domain of an e-mail address, and which domains belong to nobody's company."""

from __future__ import annotations

PUBLIC = frozenset(
    (
        "gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com ymail.com "
        "rocketmail.com aol.com icloud.com me.com mac.com proton.me protonmail.com pm.me "
        "tutanota.com tuta.com gmx.com gmx.net gmx.de web.de mail.com zoho.com fastmail.com "
        "hey.com duck.com mail.ru bk.ru inbox.ru list.ru internet.ru vk.com yandex.ru yandex.com "
        "yandex.by yandex.kz ya.ru rambler.ru lenta.ru ro.ru autorambler.ru myrambler.ru "
        "abv.bg mail.bg dir.bg gbg.bg email.bg ukr.net i.ua meta.ua tut.by "
        "orange.fr wanadoo.fr free.fr laposte.net libero.it t-online.de freenet.de "
        "yahoo.co.uk yahoo.fr yahoo.de hotmail.co.uk hotmail.fr live.co.uk outlook.fr outlook.de "
        "btinternet.com comcast.net verizon.net att.net qq.com 163.com 126.com seznam.cz "
        "wp.pl onet.pl o2.pl interia.pl"
    ).split()
)
"""Mail services that anybody can sign up with."""


def domain_of(address: str) -> str | None:
    """The domain in ASCII lower case, or None for what is no address. IDN becomes punycode."""
    local, at, domain = address.strip().rpartition("@")
    if not at or not local or "@" in local:
        return None
    return normalised(domain)


def normalised(domain: str) -> str | None:
    """A domain as it is compared: ``" @Пример.BG. "`` and ``xn--…`` are one. None for no domain."""
    bare = domain.strip().removeprefix("@").removesuffix(".").lower()
    try:
        ascii_form = bare.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return None
    return ascii_form or None

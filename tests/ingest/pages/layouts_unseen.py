"""Page layouts by which the choice of the article's text was judged: misleading names, no names, much other text."""

from __future__ import annotations

from html import escape as e

from .layouts_press import Layout, everything
from .parts import cards, comments, cookie, footer, nav, p, page, share
from .stories import Story


def misnamed(s: Story) -> Layout:
    """The whole article stands in a wrapper that is named like a share bar."""
    body = f"<div class='social-share-wrapper popular'><h2>{e(s.title)}</h2><div class='promo-text'>{p(s.lead, *s.paragraphs)}</div></div>"
    return page(s, nav(s) + body + cards(s) + footer(s)), everything(s)


def soup(s: Story) -> Layout:
    """Nothing but divs with hashed names; a long word on data protection, and a box about the publisher."""
    law = f"<div class='x91'><div>{e(s.cookie)} {e(s.cookie)}</div><div><a href='#'>OK</a></div></div>"
    body = "".join(f"<div class='b-{i}'><div>{e(t)}</div></div>" for i, t in enumerate((s.lead, *s.paragraphs)))
    return page(
        s,
        law
        + nav(s, "div", "class='q1'")
        + f"<div class='z1'><div class='z2'>{e(s.title)}</div><div>{body}</div></div>",
    ), everything(s)


def old_table(s: Story) -> Layout:
    """The nineties: nested tables, font tags, two line breaks between paragraphs, menu and links in cells beside."""
    text = "<br><br>".join(map(e, (s.lead, *s.paragraphs)))
    links = "".join(f"<font size=1><a href='/{i}'>{e(r)}</a></font><br>" for i, r in enumerate(s.related))
    body = (
        f"<table width=100%><tr><td width=150 valign=top>{nav(s, 'div', '')}</td><td valign=top><font size=5><b>{e(s.title)}</b></font><br><br>"
        f"<font size=3>{text}</font></td><td width=160 valign=top>{links}</td></tr></table>"
    )
    return page(s, body, ld=False), everything(s)


def two_stories(s: Story) -> Layout:
    """Another article's beginning follows under the same roof, as pages that scroll without end have it."""
    after = f"<section class='next-up'><h2><a href='/2'>{e(s.related[0])}</a></h2><p>{e(s.advert)}</p><a href='/2'>{e(s.related[1])}</a></section>"
    body = f"<section class='story'><header><h1>{e(s.title)}</h1><p>{e(s.lead)}</p></header><div>{p(*s.paragraphs)}</div></section>"
    return page(s, nav(s) + f"<div id='app'>{body}{after}</div>" + footer(s)), everything(s)


def chatty(s: Story) -> Layout:
    """Comments longer than the article, in a section named so."""
    body = f"<div class='content'><h1>{e(s.title)}</h1>{p(s.lead, *s.paragraphs)}</div>"
    return page(s, nav(s) + body + comments(s, "id=comments class=thread") * 3 + footer(s)), everything(s)


def every_other(s: Story) -> Layout:
    """A box of links and an advertisement after every other paragraph."""
    pieces = [p(s.lead)]
    for i, text in enumerate(s.paragraphs):
        pieces.append(p(text))
        if i % 2:
            pieces.append(
                f"<div class='ad-slot-{i}'>{e(s.advert)}</div><div class='box'><a href='/{i}'>{e(s.related[i % 5])}</a></div>"
            )
    return page(s, nav(s) + f"<main><h1>{e(s.title)}</h1>{share()}{''.join(pieces)}</main>" + footer(s)), everything(s)


def consent_first(s: Story) -> Layout:
    """A consent dialog in the way, the article behind it in an element named like an overlay."""
    body = f"<div class='page-overlay'><article><h1>{e(s.title)}</h1>{p(s.lead, *s.paragraphs)}</article></div>"
    return page(s, cookie(s) + body + footer(s)), everything(s)


def sections(s: Story) -> Layout:
    """Each paragraph in a section of its own, with a tracking element between; no headline element."""
    body = "".join(
        f"<section data-block='{i}'><span></span><p>{e(t)}</p></section>" for i, t in enumerate(everything(s)[1:])
    )
    return page(
        s,
        nav(s)
        + f"<div class='hero'><div class='hero-title'>{e(s.title)}</div></div><div class='flow'>{body}</div>"
        + footer(s),
    ), everything(s)


UNSEEN = (misnamed, soup, old_table, two_stories, chatty, every_other, consent_first, sections)

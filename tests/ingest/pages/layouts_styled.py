"""Page layouts in which the page's own style sheets say what is seen: themes, twins for telephones, tabs, inlined sheets."""

from __future__ import annotations

from html import escape as e

from .layouts_press import Layout, everything
from .parts import cards, comments, footer, nav, p, page
from .stories import Story


def _styled(s: Story, sheet: str, body: str) -> str:
    return page(s, f"<style>{sheet}</style>{body}")


def dark_theme(s: Story) -> Layout:
    """White letters on a dark ground, both from the sheet; the headline lies over a picture."""
    sheet = "body{background:#111;color:#eee} .top{position:relative} .top h1{position:absolute;bottom:0;color:#fff} .story p{color:#fafafa}"
    body = f"<div class='top'><img src='a.jpg'><h1>{e(s.title)}</h1></div><div class='story'>{p(s.lead, *s.paragraphs)}</div>"
    return _styled(s, sheet, nav(s) + body + footer(s)), everything(s)


def telephone_twin(s: Story) -> Layout:
    """The article a second time for telephones, which other readers do not see."""
    sheet = ".small-only{display:none} @media (max-width: 40em){.small-only{display:block} .wide-only{display:none}}"
    story = f"<h1>{e(s.title)}</h1>{p(s.lead, *s.paragraphs)}"
    body = f"<main><div class='wide-only'>{story}</div><div class='small-only'>{story}</div></main>"
    return _styled(s, sheet, nav(s) + body + footer(s)), everything(s)


def tabs(s: Story) -> Layout:
    """The article in the open one of three tabs."""
    sheet = ".pane{display:none} .pane.open{display:block} .pane:target{display:block}"
    story = f"<h1>{e(s.title)}</h1>{p(s.lead, *s.paragraphs)}"
    others = f"<div class='pane'>{p(s.advert)}</div><div class='pane'>{comments(s, 'class=thread')}</div>"
    return _styled(s, sheet, nav(s) + f"<div class='pane open'>{story}</div>{others}" + footer(s)), everything(s)


def utilities(s: Story) -> Layout:
    """Utility classes that show the article from some width on, hide a menu, and label for screen readers."""
    body = (
        f"<div class='hidden md:block'><h1>{e(s.title)}</h1><span class='sr-only'>{e(s.site)}</span>{p(s.lead, *s.paragraphs)}</div>"
        f"<div class='hidden'><p>{e(s.advert)}</p></div><div class='d-none d-lg-flex'>{cards(s)}</div>"
    )
    return page(s, nav(s) + body + footer(s)), everything(s)


def inlined(s: Story) -> Layout:
    """Saved with all sheets inlined: variables, fonts, pictures as data, print rules, animations that end visible."""
    sheet = (
        ":root{--ink:#222;--paper:#fff} @font-face{font-family:N;src:url(data:font/woff2;base64,d09GMgABAAAAA;}{)} *{box-sizing:border-box}"
        "@media print{.story,.story p{display:none!important}} @keyframes in{from{opacity:0}to{opacity:1}} .story{animation:in 1s;color:var(--ink)}"
        ".story p:first-of-type::first-letter{font-size:0} .menu>li>ul{visibility:hidden;opacity:0} .menu>li:hover>ul{visibility:visible;opacity:1}"
        ".story.loading p{opacity:0} .story:not(.loading) p{opacity:1} .bg{background:url('data:image/png;base64,iVBOR==') #fff} .bg h1{color:#fff}"
        ".story figure{margin-left:-50vw;position:relative;left:50%} a.skip{position:absolute;left:-10000px}"
    )
    body = (
        f"<a class='skip' href='#m'>{e(s.related[0])}</a><ul class='menu'><li><a href='/'>{e(s.site)}</a><ul><li>{e(s.advert)}</li></ul></li></ul>"
        f"<div class='bg'><h1>{e(s.title)}</h1></div><div class='story' id='m'>{p(s.lead, *s.paragraphs)}</div>"
    )
    return _styled(s, sheet, body + footer(s)), everything(s)


STYLED = (dark_theme, telephone_twin, tabs, utilities, inlined)

"""The pieces that every news page repeats: menus, share bars, related links, comments, cookie banners, metadata."""

from __future__ import annotations

import json
from html import escape as e

from .stories import Story


def head(s: Story, *extra: str, ld: bool = True, og: bool = True) -> str:
    """The <head>: title, OpenGraph and JSON-LD as sites write them."""
    parts = [f"<meta charset='utf-8'><title>{e(s.title)} - {e(s.site)}</title>"]
    if og:
        parts.append(
            f"<meta property='og:title' content='{e(s.title)}'><meta property='og:site_name' content='{e(s.site)}'>"
            f"<meta property='og:url' content='https://news.example/a/1.html'><meta name='description' content='{e(s.lead)}'>"
            f"<meta property='article:published_time' content='{s.date_iso}'>"
        )
    if ld:
        data = {
            "@context": "https://schema.org", "@type": "NewsArticle", "headline": s.title, "datePublished": s.date_iso,
            "publisher": {"@type": "Organization", "name": s.site}, "author": {"@type": "Person", "name": s.author},
            "mainEntityOfPage": "https://news.example/a/1.html", "inLanguage": s.language,
        }  # fmt: skip
        parts.append(f"<script type='application/ld+json'>{json.dumps(data, ensure_ascii=False)}</script>")
    return "<head>" + "".join(parts) + "".join(extra) + "</head>"


def page(s: Story, body: str, *extra: str, ld: bool = True, og: bool = True) -> str:
    """A whole document."""
    return f"<!DOCTYPE html><html lang='{s.language}'>{head(s, *extra, ld=ld, og=og)}<body>{body}</body></html>"


def p(*texts: str, tag: str = "p", attrs: str = "") -> str:
    """Each text in its own element."""
    return "".join(f"<{tag}{' ' + attrs if attrs else ''}>{e(t)}</{tag}>\n" for t in texts)


def nav(s: Story, tag: str = "nav", attrs: str = "class='main-menu'") -> str:
    """The menu."""
    return (
        f"<{tag} {attrs}><ul>"
        + "".join(f"<li><a href='/{i}'>{e(m)}</a></li>" for i, m in enumerate(s.menu))
        + f"</ul></{tag}>"
    )


def related(s: Story, tag: str = "div", attrs: str = "class='related-news'", heading: str = "") -> str:
    """A list of links to other articles."""
    title = heading or ("Tin liên quan" if s.language == "vi" else "Related stories")
    links = "".join(f"<li><a href='/a/{i}.html' title='{e(r)}'>{e(r)}</a></li>" for i, r in enumerate(s.related, 2))
    return f"<{tag} {attrs}><h3>{title}</h3><ul>{links}</ul></{tag}>"


def cards(s: Story, attrs: str = "class='box-category'") -> str:
    """Teasers: picture, headline, and the first words of another story."""
    inner = "".join(
        f"<article class='story'><a href='/a/{i}'><img src='t{i}.jpg' alt=''></a><h3><a href='/a/{i}'>{e(r)}</a></h3>"
        f"<p class='sapo'>{e(r)}: {e(s.advert[:60])}...</p></article>"
        for i, r in enumerate(s.related, 2)
    )
    return f"<div {attrs}>{inner}</div>"


def comments(s: Story, attrs: str = "id='comments' class='comment-list'") -> str:
    """What readers wrote."""
    title = "Bình luận" if s.language == "vi" else "Comments"
    rows = "".join(
        f"<div class='comment-item'><b class='nickname'>Reader {i}</b><p>{e(c)}</p><a href='#'>Like ({i})</a></div>"
        for i, c in enumerate(s.comments, 1)
    )
    return f"<div {attrs}><h3>{title} ({len(s.comments)})</h3>{rows}</div>"


def share(attrs: str = "class='social-share'") -> str:
    """The share bar."""
    names = ("Facebook", "Twitter", "Zalo", "Email", "Copy link")
    return f"<div {attrs}>" + "".join(f"<a href='#{n}'>{n}</a>" for n in names) + "</div>"


def cookie(s: Story, attrs: str = "id='cookie-banner' role='dialog'") -> str:
    """The consent banner."""
    return f"<div {attrs}><p>{e(s.cookie)}</p><button>OK</button><a href='/privacy'>Privacy</a></div>"


def advert(s: Story, attrs: str = "class='ads-banner' id='adsWeb_AdsArticle'") -> str:
    """An advertisement."""
    return f"<div {attrs}><p>{e(s.advert)}</p></div>"


def footer(s: Story, tag: str = "footer", attrs: str = "class='site-footer'") -> str:
    """The foot of the site."""
    return f"<{tag} {attrs}><p>{e(s.footer)}</p>{nav(s, 'div', 'class=foot-links')}</{tag}>"


def figure(caption: str, tag: str = "figure", cap: str = "figcaption", attrs: str = "") -> str:
    """A picture with its caption."""
    return f"<{tag} {attrs}><img src='x.jpg' alt='{e(caption)}'><{cap}>{e(caption)}</{cap}></{tag}>"

# ruff: noqa: E501
"""Page layouts that were written after the rules of extraction were fixed, to see how the rules carry over."""

from __future__ import annotations

from html import escape as e

from .layouts_press import Layout, everything
from .parts import cards, comments, cookie, footer, nav, p, page, share
from .stories import Story


def tabloid(s: Story) -> Layout:
    """Bullet summary above the text, pictures in div.artSplitter with p.imageCaption, a promo box of links inside."""
    bullets = "".join(
        f"<li class=''><font style='font-size: 1.2em;'><strong>{e(i)}</strong></font></li>" for i in s.items
    )
    body = (
        f"<div id='js-article-text' class='article-text wide'><h2 class='article-hl'>{e(s.title)}</h2><ul class='mol-bullets-with-font'>{bullets}</ul>"
        f"<p class='author-section byline-plain'>By <a class='author'>{e(s.author)}</a></p><p class='byline-section'><span>Published: {s.date_shown}</span></p>"
        f"<div itemprop='articleBody'>{p(s.lead, *s.paragraphs[:3], attrs='class=mol-para-with-font')}<div class='artSplitter mol-img-group'><div class='mol-img'><img src='1.jpg'></div><p class='imageCaption'>{e(s.captions[0])}</p></div>"
        f"{p(*s.paragraphs[3:], attrs='class=mol-para-with-font')}<div class='column-content related-articles'><ul><li><a href='/1'>{e(s.related[0])}</a></li></ul></div></div></div>"
        f"<div class='column-split debate'><div id='reader-comments'>{comments(s, 'class=comments-list')}</div></div>"
    )
    return page(s, nav(s, "div", "class=nav-primary") + body + footer(s)), [
        s.title,
        *s.items,
        s.lead,
        *s.paragraphs[:3],
        s.captions[0],
        *s.paragraphs[3:],
    ]


def newsletter(s: Story) -> Layout:
    """A newsletter platform: available-content, subscription widgets as forms between paragraphs."""
    form = f"<div class='subscription-widget-wrap'><div class='subscription-widget'><p class='cta-caption'>{e(s.follow)}</p><form class='subscription-widget-subscribe'><input type='email'><input type='submit' value='Subscribe'></form></div></div>"
    body = (
        f"<div class='single-post'><article class='typography newsletter-post post'><div class='post-header'><h1 class='post-title published'>{e(s.title)}</h1><h3 class='subtitle'>{e(s.lead)}</h3>"
        f"<div class='byline-wrapper'><div>{e(s.author)}</div><div>{s.date_shown}</div></div></div><div class='available-content'><div class='body markup'>{p(*s.paragraphs[:4])}{form}"
        f"<div class='captioned-image-container'><figure><img src='1.png'><figcaption class='image-caption'>{e(s.captions[1])}</figcaption></figure></div>{p(*s.paragraphs[4:])}</div></div><div class='post-footer'>{share()}</div></article></div>"
    )
    return page(s, nav(s) + body), [s.title, s.lead, *s.paragraphs[:4], s.captions[1], *s.paragraphs[4:]]


def tailwind(s: Story) -> Layout:
    """Utility classes only, grid of a main column and a side column with teasers; captions in small."""
    side = "".join(
        f"<div class='flex gap-2 border-b py-3'><div class='w-24'><img src='1.jpg'></div><div class='flex-1'><a href='/{i}' class='font-bold hover:underline'>{e(r)}</a></div></div>"
        for i, r in enumerate(s.related)
    )
    body = (
        f"<div class='max-w-7xl mx-auto px-4 grid grid-cols-12 gap-8'><div class='col-span-8'><h1 class='text-4xl font-bold'>{e(s.title)}</h1><div class='text-sm text-gray-500'>{e(s.author)} · {s.date_shown}</div>"
        f"<p class='text-xl mt-4'>{e(s.lead)}</p><figure class='my-6'><img src='x.jpg' class='rounded'><figcaption class='text-xs'>{e(s.captions[0])}</figcaption></figure><div class='prose lg:prose-xl'>{p(*s.paragraphs)}</div></div>"
        f"<div class='col-span-4'><h2 class='text-lg'>{e(s.menu[1])}</h2>{side}</div></div>"
    )
    return page(
        s, nav(s, "div", "class='flex justify-between'") + body + footer(s, "div", "class='bg-gray-900 text-white'")
    ), [s.title, s.captions[0], *everything(s)[1:]]


def portal(s: Story) -> Layout:
    """A ministry's portal: nested tables inside a form, breadcrumbs as links, a list of older news, print tools."""
    older = "".join(f"<li><a href='/p{i}'>{e(r)}</a> <span>(12/05)</span></li>" for i, r in enumerate(s.related))
    body = (
        f"<form id='form1'><table class='layout'><tr><td class='left'>{nav(s, 'div', 'class=left-menu')}</td><td class='center'><div class='path'><a href='/'>{s.menu[0]}</a> » <a href='/n'>{s.menu[1]}</a></div>"
        f"<div class='title-news'>{e(s.title)}</div><div class='date'>{s.date_shown}</div><div class='quote'>{e(s.lead)}</div><div class='content'>{p(*s.paragraphs, attrs='style=text-align:justify')}</div>"
        f"<div class='other'><b>{'Các tin khác' if s.language == 'vi' else 'Other news'}</b><ul>{older}</ul></div></td></tr></table>{footer(s, 'div', 'class=bottom')}</form>"
    )
    return page(s, body, ld=False), everything(s)


def magazine(s: Story) -> Layout:
    """Long form: sections with headings, a pull quote, footnotes, an author's note in an aside, figure in a link."""
    body = (
        f"<main class='longform'><header class='hero'><h1><span>{e(s.title)}</span></h1><p class='hero__dek'>{e(s.lead)}</p></header><section class='chapter'><h2>{e(s.subheads[0])}</h2>{p(*s.paragraphs[:3])}</section>"
        f"<a href='/big.jpg'><figure><img src='s.jpg'><figcaption><span>{e(s.captions[0])}</span></figcaption></figure></a><section class='chapter'><h2>{e(s.subheads[1])}</h2>{p(*s.paragraphs[3:])}</section>"
        f"<aside class='authors-note'><p>{e(s.author)} is a writer at {e(s.site)} and the winner of two prizes.</p></aside></main>"
    )
    return page(s, cookie(s, "class='cc-window cc-banner'") + nav(s) + body + cards(s, "class='more-from'") + footer(s)), [
        s.title, s.lead, s.subheads[0], *s.paragraphs[:3], s.captions[0], s.subheads[1], *s.paragraphs[3:]]  # fmt: skip


def custom_elements(s: Story) -> Layout:
    """Web components: <news-article>, <news-paragraph>, slots and no class at all."""
    paras = "".join(f"<news-paragraph>{e(t)}</news-paragraph>" for t in (s.lead, *s.paragraphs))
    body = f"<site-header><site-menu>{''.join(f'<a href=/{i}>{e(m)}</a>' for i, m in enumerate(s.menu))}</site-menu></site-header><news-article><h1 slot='title'>{e(s.title)}</h1>{paras}</news-article><site-footer>{e(s.footer)}</site-footer>"
    return page(s, body), everything(s)


def sports_table(s: Story) -> Layout:
    """A short report, then a table of results and a second text."""
    rows = "".join(f"<tr><th scope='row'>{e(a)}</th><td>{e(b)}</td></tr>" for a, b in s.table)
    body = f"<article class='story'><h1>{e(s.title)}</h1>{p(s.lead, *s.paragraphs[:2])}<div class='table-wrapper'><table class='data'>{rows}</table></div>{p(*s.paragraphs[2:5])}</article>"
    return page(s, nav(s) + body + cards(s) + footer(s)), [
        s.title,
        s.lead,
        *s.paragraphs[:2],
        *[" | ".join(r) for r in s.table],
        *s.paragraphs[2:5],
    ]


def dangling_read_more(s: Story) -> Layout:
    """Linked headlines as paragraphs of their own between the paragraphs, a source line and tags at the end."""
    links = [f"<p><a href='/{i}'><strong>{e(r)}</strong></a></p>" for i, r in enumerate(s.related)]
    source = f"<p class='source'>{'Nguồn' if s.language == 'vi' else 'Source'}: {e(s.site)}</p><p>Tags: <a href='/t1'>{s.menu[1]}</a>, <a href='/t2'>{s.menu[2]}</a></p>"
    body = f"<div class='post-content'><h1>{e(s.title)}</h1>{p(s.lead, *s.paragraphs[:2])}{links[0]}{p(*s.paragraphs[2:5])}{links[1]}{p(*s.paragraphs[5:])}{source}</div>"
    return page(s, nav(s) + body + share() + footer(s)), everything(s)


LATER = (tabloid, newsletter, tailwind, portal, magazine, custom_elements, sports_table, dangling_read_more)

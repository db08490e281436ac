"""Page layouts after the mark-up of newspapers' own systems. Each gives the page and the paragraphs a reader should get."""

# ruff: noqa: E501
from __future__ import annotations

from html import escape as e

from .parts import advert, cards, comments, cookie, figure, footer, nav, p, page, related, share
from .stories import Story

Layout = tuple[str, list[str]]
PARAGRAPH = 'class="paragraph inline-placeholder" data-article-gutter="true"'


def everything(s: Story) -> list[str]:
    """Title, lead, all paragraphs."""
    return [s.title, s.lead, *s.paragraphs]


def plain_article(s: Story) -> Layout:
    """<article> with <p>, one caption, related links and comments after it."""
    body = f"<h1>{e(s.title)}</h1>{p(s.lead)}{p(*s.paragraphs[:3])}{figure(s.captions[0])}{p(*s.paragraphs[3:])}"
    html = page(s, nav(s) + f"<main><article>{body}</article>{related(s)}{comments(s)}</main>" + footer(s))
    return html, [s.title, s.lead, *s.paragraphs[:3], s.captions[0], *s.paragraphs[3:]]


def express(s: Story) -> Layout:
    """p.Normal in article.fck_detail, p.description above, caption as p.Image, author as p.author_mail."""
    body = (
        f"<section class='section page-detail'><div class='container'><div class='sidebar-1'>"
        f"<div class='header-content width_common'><ul class='breadcrumb'><li><a href='/'>{s.menu[1]}</a></li></ul><span class='date'>{s.date_shown}</span></div>"
        f"<h1 class='title-detail'>{e(s.title)}</h1><p class='description'>{e(s.lead)}</p>"
        f"<article class='fck_detail'>{p(*s.paragraphs[:4], attrs='class=Normal')}"
        f"<figure itemprop='associatedMedia' class='tplCaption action_thumb_added'><div class='fig-picture'><picture><img src='a.jpg'></picture></div>"
        f"<figcaption itemprop='description'><p class='Image'>{e(s.captions[1])}</p></figcaption></figure>"
        f"{p(*s.paragraphs[4:], attrs='class=Normal')}"
        f"<p class='author_mail' style='text-align:right'><strong>{e(s.author)}</strong></p></article>"
        f"<div class='footer-content width_common'>{share('class=social_pin')}<div class='tags'><h4>Tags</h4><a>{s.menu[2]}</a></div></div>"
        f"{comments(s, 'class=box-comment id=box_comment')}</div>"
        f"<div class='sidebar-2'>{cards(s, 'class=box-tinlienquanv2')}</div></div></section>"
    )  # fmt: skip
    html = page(s, nav(s, "section", "class='main-nav'") + body + footer(s, "footer", "class='footer container'"))
    return html, [s.title, s.lead, *s.paragraphs[:4], s.captions[1], *s.paragraphs[4:]]


def vccorp(s: Story) -> Layout:
    """The VCCorp family: h2.sapo, div.detail-content[data-role=content], typed boxes for photos and related news."""
    rel = (
        f"<div class='VCSortableInPreviewMode link-content-footer' type='RelatedOneNews'><a href='/b'>{e(s.related[0])}</a></div>"
        f"<div class='VCSortableInPreviewMode alignJustify' type='RelatedNewsBox'><ul><li><a href='/c'>{e(s.related[1])}</a></li></ul></div>"
    )
    photo = (
        f"<div class='VCSortableInPreviewMode' type='Photo'><div><a href='x.jpg'><img src='x.jpg'></a></div>"
        f"<div class='PhotoCMS_Caption'><p data-placeholder='...'>{e(s.captions[1])}</p></div></div>"
    )
    body = (
        f"<div class='main'><div class='detail__main'><div class='detail-top'><div class='detail-cate'><a>{s.menu[1]}</a></div>"
        f"<div class='detail-time'><div data-role='publishdate'>{s.date_shown}</div></div></div>"
        f"<h1 class='detail-title article-title' data-role='title'>{e(s.title)}</h1>"
        f"<h2 class='detail-sapo' data-role='sapo'>{e(s.lead)}</h2>{share('class=detail-social')}"
        f"<div class='detail-cmain'><div class='detail-content afcbc-body' data-role='content'>{p(*s.paragraphs[:2])}{photo}"
        f"{p(*s.paragraphs[2:5])}{rel}{advert(s, 'id=zone-jx1 class=zone-ads')}{p(*s.paragraphs[5:])}</div></div>"
        f"<div class='detail-tab'>{comments(s, 'class=comment-wrapper')}</div></div>"
        f"<div class='detail__sub'>{cards(s)}</div></div>"
    )
    html = page(s, nav(s, "div", "class='header__nav'") + body + footer(s, "div", "class='footer'"))
    return html, [s.title, s.lead, *s.paragraphs[:2], s.captions[1], *s.paragraphs[2:]]


def vietnamnet(s: Story) -> Layout:
    """div.maincontent with figures as tables, and a read-more block inside the text."""
    table = f"<table class='ImageTable'><tbody><tr><td><img src='1.jpg'></td></tr><tr><td class='image_desc'>{e(s.captions[1])}</td></tr></tbody></table>"
    inside = f"<div class='insert-wiki-content articles-edit'><article class='article-oneItem'><h3><a href='/x'>{e(s.related[0])}</a></h3><div>{e(s.related[0])}...</div></article></div>"
    body = (
        f"<div class='content-detail'><h1 class='content-detail-title'>{e(s.title)}</h1><h2 class='content-detail-sapo sm-sapo-mb-0'><b>{e(s.lead)}</b></h2>"
        f"<div class='maincontent main-content' id='maincontent'>{p(*s.paragraphs[:3])}{table}{p(*s.paragraphs[3:6])}{inside}{p(*s.paragraphs[6:])}</div>"
        f"<div class='article-author-multiple'><p class='name'>{e(s.author)}</p></div><div class='article-relate'>{related(s)}</div></div>"
    )
    html = page(s, nav(s) + body + footer(s))
    return html, [s.title, s.lead, *s.paragraphs[:3], s.captions[1], *s.paragraphs[3:]]


def agency_semantic(s: Story) -> Layout:
    """article__body with article__photo, sub-headings and a related box in <aside>."""
    body = (
        f"<article class='article'><header class='article__header'><h1 class='article__title cms-title'>{e(s.title)}</h1>"
        f"<div class='article__meta'><time datetime='{s.date_iso}'>{s.date_shown}</time></div></header>"
        f"<div class='article__sapo cms-desc'>{e(s.lead)}</div><div class='article__body cms-body'>"
        f"{p(*s.paragraphs[:2])}<div class='article__photo'><img src='a.jpg'><span>{e(s.captions[0])}</span></div>"
        f"<h2>{e(s.subheads[0])}</h2>{p(*s.paragraphs[2:5])}<aside class='related-box'><ul><li><a>{e(s.related[0])}</a></li></ul></aside>"
        f"<h2>{e(s.subheads[1])}</h2>{p(*s.paragraphs[5:])}</div><div class='article__source'>({e(s.site)})</div></article>"
    )
    html = page(s, nav(s) + body + related(s, "section", "class='box-more-news'") + footer(s))
    body_parts = [*s.paragraphs[:2], s.captions[0], s.subheads[0], *s.paragraphs[2:5], s.subheads[1], *s.paragraphs[5:]]
    return html, [s.title, s.lead, *body_parts]


def hashed_classes(s: Story) -> Layout:
    """CSS-module class names (a broadcaster's React site): data-component blocks, nothing readable in a class."""

    def block(t: str) -> str:
        return f"<div data-component='text-block' class='ssrcss-11r1m41-RichTextComponentWrapper'><div class='ssrcss-7uxr49'><p class='ssrcss-1q0x1qg-Paragraph'>{e(t)}</p></div></div>"

    links = f"<div data-component='links-block' class='ssrcss-1xwya9z'><div><p><b>{e(s.related[0])}</b></p><ul><li><a href='/1'>{e(s.related[1])}</a></li><li><a href='/2'>{e(s.related[2])}</a></li></ul></div></div>"
    body = (
        f"<div id='root'><div class='ssrcss-1ocoo3l'><main id='main-content' class='ssrcss-ab1'><article class='ssrcss-pv1rh6-ArticleWrapper'>"
        f"<div data-component='headline-block'><h1 id='main-heading' class='ssrcss-15xko80'>{e(s.title)}</h1></div>"
        f"<div data-component='image-block'><figure class='ssrcss-wpgbih'><div><img src='a.webp' alt='x'></div><figcaption class='ssrcss-gs9hwo'><span class='visually-hidden'>Image caption, </span>{e(s.captions[0])}</figcaption></figure></div>"
        f"{''.join(block(t) for t in (s.lead, *s.paragraphs[:4]))}{links}"
        f"<div data-component='subheadline-block'><h2>{e(s.subheads[1])}</h2></div>{''.join(block(t) for t in s.paragraphs[4:])}</article></main>"
        f"<div data-component='promo-group'>{cards(s, 'class=ssrcss-9x0b')}</div></div></div>"
    )
    html = page(s, nav(s, "nav", "class='ssrcss-nav'") + body + footer(s, "footer", "class='ssrcss-q4'"))
    return html, [s.title, s.captions[0], s.lead, *s.paragraphs[:4], s.subheads[1], *s.paragraphs[4:]]


def wire(s: Story) -> Layout:
    """A wire service: paragraphs as <div data-testid=paragraph-N>, a sign-up between them, reporting line at the end."""
    paras = [
        f"<div class='text__text__1FZLe body__full_width' data-testid='paragraph-{i}'>{e(t)}</div>"
        for i, t in enumerate((s.lead, *s.paragraphs))
    ]
    sign_up = f"<div class='newsletter-sign-up' data-testid='NewsletterSignup'><p>{e(s.follow)}</p><a href='/signup'>Sign up here.</a></div>"
    body = (
        f"<div class='article__container'><header><h1 data-testid='Heading'>{e(s.title)}</h1><div class='info-content__author-date'>By <a>{e(s.author)}</a><time>{s.date_shown}</time></div></header>"
        f"<div class='article-body__content__17Yit'>{''.join(paras[:3])}{sign_up}{''.join(paras[3:])}</div>"
        f"<div class='article-body__trust-badge'><p>Our Standards: <a href='/t'>The Trust Principles.</a></p></div></div>"
        f"<div class='read-next__container'>{cards(s)}</div>"
    )
    return page(s, nav(s) + body + footer(s)), everything(s)


def broadsheet(s: Story) -> Layout:
    """A broadsheet: standfirst, drop cap in a span, pull quote repeated in an aside, caption with credit."""
    first = s.lead
    drop = f"<p class='dcr-1'><span class='dcr-dropcap'>{e(first[0])}</span><span>{e(first[1:])}</span></p>"
    quote = f"<aside data-gu-name='pullquote' class='element-pullquote'><blockquote><p>{e(s.paragraphs[1][:70])}</p></blockquote></aside>"
    body = (
        f"<main><article id='article'><div data-gu-name='headline'><h1>{e(s.title)}</h1></div><div data-gu-name='media'>{figure(s.captions[1])}</div>"
        f"<div data-gu-name='body'><div id='maincontent' class='article-body-viewer-selector'>{drop}{p(*s.paragraphs[:3], attrs='class=dcr-1')}{quote}"
        f"{p(*s.paragraphs[3:6], attrs='class=dcr-1')}<gu-island name='RichLink'><div class='rich-link'><a href='/z'>{e(s.related[3])} <span>Read more</span></a></div></gu-island>"
        f"{p(*s.paragraphs[6:], attrs='class=dcr-1')}</div></div><div data-gu-name='meta'><div class='dcr-submeta'>Explore more on these topics<ul><li><a>{s.menu[3]}</a></li></ul></div></div></article></main>"
    )
    return page(s, nav(s) + body + footer(s)), [s.title, s.captions[1], *everything(s)[1:]]


def news_agency_en(s: Story) -> Layout:
    """RichTextStoryBody with inline promo lists and an ad slot after each third paragraph."""
    chunks: list[str] = []
    for index, text in enumerate((s.lead, *s.paragraphs)):
        chunks.append(f"<p>{e(text)}</p>")
        if index % 3 == 2:
            chunks.append("<div class='Advertisement'><div id='google_ads_iframe_1'>Advertisement</div></div>")
    chunks.insert(
        4,
        f"<bsp-list-loadmore class='PageListEnhancementGeneric'><div class='PagePromo'><a href='/1'>{e(s.related[0])}</a></div></bsp-list-loadmore>",
    )
    body = (
        f"<div class='Page-content'><h1 class='Page-headline'>{e(s.title)}</h1><div class='Page-byline'>BY <a>{e(s.author)}</a></div>"
        f"<div class='RichTextStoryBody RichTextBody'>{''.join(chunks)}</div></div><div class='Page-below'>{related(s)}</div>"
    )
    return page(s, nav(s) + body + footer(s)), everything(s)


def cable(s: Story) -> Layout:
    """p.paragraph.inline-placeholder in article__content, a video-resource label, a list of highlights."""
    items = "".join(f"<li class='list__item'>{e(i)}</li>" for i in s.items)
    body = (
        f"<section class='layout__wrapper'><div class='headline'><h1 id='maincontent' class='headline__text'>{e(s.title)}</h1></div>"
        f"<div class='byline__names'>By <span>{e(s.author)}</span></div><div class='timestamp'>Updated {s.date_shown}</div>"
        f"<div class='article__content-container'><main class='article__main'><div class='article__content' itemprop='articleBody'>"
        f"{p(s.lead, *s.paragraphs[:2], attrs=PARAGRAPH)}<ul class='list__items'>{items}</ul>"
        f"<div class='video-resource'><div class='video-resource__wrapper'><span>Video Ad Feedback</span></div></div>"
        f"<div class='related-content'><div class='related-content__headline'><span>Related article</span><a>{e(s.related[1])}</a></div></div>"
        f"{p(*s.paragraphs[2:], attrs=PARAGRAPH)}</div></main></div></section><aside class='layout__right-rail'>{cards(s)}</aside>"
    )
    return page(s, nav(s) + body + footer(s)), [s.title, s.lead, *s.paragraphs[:2], *s.items, *s.paragraphs[2:]]


def party_paper(s: Story) -> Layout:
    """An older Vietnamese CMS: div soup, paragraphs as <div>, credit in <em>, everything inside the ASP.NET form."""
    paras = "".join(f"<div style='text-align: justify;'>{e(t)}</div><div>&nbsp;</div>" for t in s.paragraphs)
    body = (
        f"<form method='post' action='./1.aspx' id='aspnetForm'><input type='hidden' name='__VIEWSTATE' value='abc'/><div id='wrapper'>"
        f"{nav(s, 'div', 'id=menu')}<div class='detail-left'><div class='detail-title'><h1>{e(s.title)}</h1></div><div class='date-post'>{s.date_shown}</div>"
        f"<div class='detail-lead'><strong>{e(s.lead)}</strong></div><div class='content-news' id='ctl00_content'>{paras}"
        f"<div style='text-align: center;'><img src='1.jpg'/></div><div style='text-align: center;'><em>{e(s.captions[1])}</em></div></div>"
        f"<div class='tool-print'><a>In bài viết</a></div>{related(s, 'div', 'class=other-news')}</div></div>{footer(s, 'div', 'id=footer')}</form>"
    )
    return page(s, body, ld=False), [*everything(s), s.captions[1]]


def consent_wall(s: Story) -> Layout:
    """A consent banner longer than the article, and a cookie dialog without a telling id."""
    consent = f"<div class='fc-consent-root'><div class='fc-dialog'>{p(*[s.cookie] * 6)}</div></div><div role='alertdialog' aria-modal='true'>{p(s.cookie, s.advert)}</div>"
    body = f"<article><h1>{e(s.title)}</h1>{p(s.lead, *s.paragraphs)}</article>"
    return page(s, cookie(s) + consent + nav(s) + body + footer(s)), everything(s)


PRESS = (
    plain_article, express, vccorp, vietnamnet, agency_semantic, hashed_classes, wire, broadsheet, news_agency_en, cable,
    party_paper, consent_wall,
)  # fmt: skip

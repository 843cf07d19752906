"""Render reviews as web pages, in the markup of each site: the test of what reads saved pages."""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from html import escape

from reviewcli.split.structure.fields import ReviewFields
from tests.pages import AMAZON_WORDS, ENGLISH, SENTENCES, Draft, Rendered, Written, draft_of, found_helpful

Card = Callable[[random.Random, Draft, str], tuple[str, ReviewFields]]
"""Give the markup of one review, of its text in markup, and what the page tells of it."""

_SHORT = [month[:3] for month in ENGLISH]
_HEADINGS = {
    "Goodreads": "Community Reviews",
    "IMDb": "1,234 Reviews",
    "App": "Ratings and Reviews",
    "Trustpilot": "Reviews 1,234",
    "TripAdvisor": "Reviews (1,234)",
    "Google": "Ratings and reviews",
}
_PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Reviews &amp; more</title>
<style>.a {{ color: red }}</style><script>var page = "<div>4.0 out of 5 stars</div>";</script></head>
<body><header><a href="/">Home</a><form><input type="search"><button>Search</button></form></header>
<nav><ul><li><a>Browse</a><li><a>Community</a></ul></nav><noscript><p>Turn JavaScript on.</p></noscript>
<div id="content"><h1>The thing itself</h1><p>What its maker says of it.</p><p>And more of that.</p>
<div class="summary"><span>4.23</span> <span>(1,234)</span></div><h2>{heading}</h2>
{cards}<div><a href="?page=2">Next page</a></div></div>
<footer><p>About us</p><p>Terms of use</p><small>© 2026</small></footer><template>Never</template></body></html>"""


def render_saved(site: str, seed: int, *, reviews: int | None = None) -> Rendered:
    """Render a saved page of a site; the same seed gives the same page."""
    card, heading = SAVED[site], _HEADINGS.get(site.split(maxsplit=1)[0], "What people say")
    chance = random.Random(seed)
    ends = chance.choice(("<br>", "<br/>\n", "<br><br>"))
    cards: list[str] = []
    written: list[Written] = []
    for _ in range(reviews or chance.randint(2, 12)):
        paragraphs = tuple(chance.choices(SENTENCES, k=chance.choice((1, 1, 2, 3, 5))))
        text = ends.join(_styled(chance, paragraph) for paragraph in paragraphs)
        markup, fields = card(chance, draft_of(chance), text)
        cards.append(markup)
        written.append(Written(paragraphs, fields))
    inner = "\n".join(f'<div class="item">{markup}</div>' for markup in cards)
    return Rendered(_PAGE.format(heading=heading, cards=f'<div class="list">{inner}</div>'), written)


def _styled(chance: random.Random, paragraph: str) -> str:
    """Write a paragraph in markup, now and then with a word that stands out or a line end that is none."""
    words = [escape(word) for word in paragraph.split(" ")]
    at = chance.randrange(len(words))
    words[at] = chance.choice(("{}", "{}", "<b>{}</b>", "<i>{}</i>")).format(words[at])
    return chance.choice((" ", " ", "\n  ")).join(words)


def goodreads(chance: random.Random, draft: Draft, text: str) -> tuple[str, ReviewFields]:
    rated, liked = chance.random() < 0.9, draft.votes > 1
    stars = (
        f'<span aria-label="Rating {draft.stars} out of 5" role="img" class="RatingStars"><svg></svg></span>'
    )
    name = escape(draft.author)
    more = chance.choice(
        ("", '<div><button aria-label="Tap to show more review"><span>Show more</span></button></div>')
    )
    likes = f"<button><span>{draft.votes:,} likes</span></button>" if liked else ""
    markup = f"""<article class="ReviewCard" aria-label="Review by {name}"><div class="ReviewerProfile">
<section><a href="/u"><img alt="Profile image for {name}." src="a.jpg"></a></section><section><span class="Text"
><div data-testid="name"><a href="/u">{name}</a></div></span><span class="Text"><div class="meta"><span
>{draft.stars + 1} reviews</span><span>45 followers</span></div></span></section><div data-testid="follow"
><button aria-label="Follow {name}"><span>Follow</span></button></div></div><section class="ReviewCard__content"
><section class="ReviewCard__row"><div>{stars if rated else ""}</div><span class="Text"><a href="/r"
>{draft.long_day}</a></span></section><section class="ReviewText"><span class="Formatted">{text}</span>{more}
</section><footer class="SocialFooter"><div>{likes}<button><span>5 comments</span></button></div><div><button
><span>Like</span></button><button><span>Comment</span></button></div></footer></section></article>"""
    fields = ReviewFields(draft.author, date=draft.iso, helpful=draft.votes if liked else None)
    return markup, replace(fields, rating=draft.stars, rating_scale=5) if rated else fields


def goodreads_before_2022(_: random.Random, draft: Draft, text: str) -> tuple[str, ReviewFields]:
    grade = ("did not like it", "it was ok", "liked it", "really liked it", "it was amazing")[draft.stars - 1]
    likes = f'<span class="likesCount">{draft.votes} likes</span> &middot; ' if draft.votes > 1 else ""
    markup = f"""<div class="review" itemprop="reviews"><div class="reviewHeader uitext stacked">
<a class="reviewDate" href="/r">{_SHORT[draft.day[1] - 1]} {draft.day[2]:02}, {draft.day[0]}</a>
<span itemprop="author"><a title="{escape(draft.author)}" class="user">{escape(draft.author)}</a></span> rated it
<span class=" staticStars notranslate" title="{grade}"><span size="15x15" class="staticStar p10">{grade}</span><span
class="staticStar p0"></span></span></div><div class="reviewText stacked"><span id="c1" class="readable"><span
>{text}</span><span style="display:none">all of it</span> <a data-text-id="1">...more</a></span></div>
<div class="reviewFooter"><a rel="nofollow">flag</a> {likes}<a>Like</a> &middot; <a>see review</a></div></div>"""
    helpful = draft.votes if likes else None
    return markup, ReviewFields(draft.author, None, draft.stars, 5, draft.iso, helpful=helpful)


def imdb_before_2024(chance: random.Random, draft: Draft, text: str) -> tuple[str, ReviewFields]:
    rated = chance.random() < 0.85
    rating = f'<span class="rating-other-user-rating"><svg></svg><span>{draft.stars * 2}</span><span>/10</span></span>'
    day = f"{draft.day[2]} {ENGLISH[draft.day[1] - 1]} {draft.day[0]}"
    spoilers = chance.choice(("", '<span class="spoiler-warning">Warning: Spoilers</span>'))
    markup = f"""<div class="lister-item imdb-user-review"><div class="review-container">
<div class="ipl-ratings-bar">{rating if rated else ""}</div><a class="title"> {escape(draft.title)}
</a><div class="display-name-date"><span class="display-name-link"><a>{escape(draft.author)}</a></span><span
class="review-date">{day}</span></div>{spoilers}<div class="content"><div class="text show-more__control">{text}</div>
<div class="actions text-muted">{draft.votes:,} out of {draft.votes + 3:,} found this helpful.
<span> Was this review helpful? <a> Sign in</a> to vote.</span><br /><a href="/r">Permalink</a></div></div></div></div>"""
    fields = ReviewFields(draft.author, draft.title, date=draft.iso, helpful=draft.votes)
    return markup, replace(fields, rating=draft.stars * 2, rating_scale=10) if rated else fields


def imdb(chance: random.Random, draft: Draft, text: str) -> tuple[str, ReviewFields]:
    rated = chance.random() < 0.9
    rating = f"""<span aria-label="User rating: {draft.stars * 2}" class="ipc-rating-star"><svg></svg><span
class="ipc-rating-star--rating">{draft.stars * 2}</span><span class="ipc-rating-star--maxRating">/<!-- -->10</span></span>"""
    day = f"{_SHORT[draft.day[1] - 1]} {draft.day[2]}, {draft.day[0]}"
    markup = f"""<article class="user-review-item"><div class="ipc-list-card" data-testid="review-card-parent">
<div data-testid="review-item">{rating if rated else ""}</div><div data-testid="review-summary"><a class="ipc-title-link"
><h3 class="ipc-title__text">{escape(draft.title)}</h3></a></div><div data-testid="review-overflow"><div
class="ipc-html-content-inner-div" role="presentation">{text}</div></div></div><div data-testid="helpful"><div
class="ipc-voting"><span class="ipc-voting__label">Helpful<span>•</span><span
class="ipc-voting__label__count--up">{draft.votes}</span></span><button aria-label="like"></button><span
class="ipc-voting__label__count--down">{draft.stars}</span><button aria-label="dislike"></button></div></div>
<ul class="ipc-inline-list" role="presentation"><li><a data-testid="author-link">{escape(draft.author)}</a></li>
<li class="review-date">{day}</li><li><a data-testid="permalink-link">Permalink</a></li></ul></article>"""
    fields = ReviewFields(draft.author, draft.title, date=draft.iso, helpful=draft.votes)
    return markup, replace(fields, rating=draft.stars * 2, rating_scale=10) if rated else fields


def steam(chance: random.Random, draft: Draft, text: str) -> tuple[str, ReviewFields]:
    good, dated = draft.stars > 2, chance.random() < 0.5
    day = f"{draft.day[2]} {ENGLISH[draft.day[1] - 1]}, {draft.day[0]}" if dated else "April 10"
    votes = "".join(f"{line}<br>" for line in found_helpful(draft))
    markup = f"""<div class="review_box"><div class="leftcol"><div class="persona_name"><a>{escape(draft.author)}</a></div>
<div class="num_owned_games"><a>123 products in account</a></div><div class="num_reviews"><a>12 reviews</a></div></div>
<div class="rightcol"><a class="vote_header"><div class="thumb"><img src="icon_thumbsUp.png" alt=""></div>
<div class="title ellipsis">{"Recommended" if good else "Not Recommended"}</div><div class="hours ellipsis">
102.5 hrs on record </div></a><div class="postedDate"> Posted: {day} </div><div class="content">
{text} <div class="gradient"></div></div><div class="posted"><div class="view_more"><a>Read More</a></div></div>
<div class="control_block"><span class="text">Was this review helpful?</span><a><span>Yes</span></a><a><span>No</span></a
><a><span>Funny</span></a><a><span>Award</span></a></div><div class="vote_info">{votes}</div></div></div>"""
    fields = ReviewFields(draft.author, date=draft.iso if dated else None, recommended=good)
    return markup, replace(fields, helpful=draft.votes or None)


def google_play(chance: random.Random, draft: Draft, text: str) -> tuple[str, ReviewFields]:
    reply = """<div class="ocpBU"><div class="I6j64d">Acme Apps Ltd.</div><div class="I9Jtec">May 3, 2023</div><div
>Thank you for telling us.</div></div>"""
    votes = "".join(f"<div>{line}</div>" for line in found_helpful(draft))
    markup = f"""<div class="EGFGHd"><header data-review-id="1"><div class="YNR7H"><img alt="" src="a.png"><div
class="X5PpBb">{escape(draft.author)}</div></div><div class="zQTmif"><button aria-label="Show review options"><i
class="google-material-icons">more_vert</i></button></div><div class="Jx4nYe"><div
aria-label="Rated {draft.stars} stars out of five stars" role="img"><span></span><span></span></div><span
class="bp9Aid">{draft.long_day}</span></div></header><div class="h3YV2d">{text}</div>{votes}<div class="JNxIQb"
><div>Did you find this helpful?</div><div role="button"><span>Yes</span></div><div role="button"><span>No</span></div>
</div>{reply if chance.random() < 0.3 else ""}</div>"""
    fields = ReviewFields(draft.author, None, draft.stars, 5, draft.iso, helpful=draft.votes or None)
    return markup, fields


def app_store(chance: random.Random, draft: Draft, text: str) -> tuple[str, ReviewFields]:
    reply = """<div class="response"><h3>Developer Response</h3><p>Thanks for using it</p></div>"""
    markup = f"""<div class="we-customer-review lockup"><figure aria-label="{draft.stars} out of 5" role="img"><span
class="we-star-rating-stars"></span></figure><div class="we-customer-review__header"><span
class="we-truncate we-customer-review__user"> {escape(draft.author)} </span><span
class="we-customer-review__separator">, </span><time datetime="{draft.iso}T10:00:00.000Z"
class="we-customer-review__date">{draft.day[1]:02}/{draft.day[2]:02}/{draft.day[0]}</time></div><h3
class="we-customer-review__title"> {escape(draft.title)} </h3><blockquote class="we-customer-review__body"><p>{text}</p>
{chance.choice(("", "<button>more</button>"))}</blockquote>{reply if chance.random() < 0.3 else ""}</div>"""
    return markup, ReviewFields(draft.author, draft.title, draft.stars, 5, draft.iso)


def trustpilot(chance: random.Random, draft: Draft, text: str) -> tuple[str, ReviewFields]:
    count = f"{draft.votes + 1} review{'s' * bool(draft.votes)}"
    shown = chance.choice(("2 days ago", f"{_SHORT[draft.day[1] - 1]} {draft.day[2]}, {draft.day[0]}"))
    markup = f"""<article class="styles_reviewCard"><div class="styles_consumer"><aside aria-label="Info for
{escape(draft.author)}"><div data-consumer-avatar="true"><img alt="" src="a.png"></div><a><span
data-consumer-name-typography="true">{escape(draft.author)}</span><div class="extra"><span
data-consumer-country-typography="true"><svg></svg>GB</span><span>•</span><span>{count}</span></div></a></aside></div>
<section><div data-service-review-rating="{draft.stars}"><div class="star-rating"><img
alt="Rated {draft.stars} out of 5 stars" src="s.svg"></div><div><time datetime="{draft.iso}T09:00:00.000Z">{shown}</time>
</div></div><div><h2>{escape(draft.title)}</h2><p data-service-review-text-typography="true">{text}</p><p><b>Date of
experience:</b> <span>{draft.long_day}</span></p></div><div class="actions"><button><span>Useful</span></button
><button><span>Share</span></button></div></section></article>"""
    return markup, ReviewFields(draft.author, draft.title, draft.stars, 5, draft.iso)


def tripadvisor(chance: random.Random, draft: Draft, text: str) -> tuple[str, ReviewFields]:
    month = f"{_SHORT[draft.day[1] - 1]} {draft.day[0]}"
    reply = "<div><div>Response from Bob, Manager at The Inn</div><span>Thank you, come again</span></div>"
    place = chance.choice(('<span><span class="icon"></span>Ghent, Belgium</span>', ""))
    markup = f"""<div data-test-target="HR_CC_CARD"><div><div><span><a>{escape(draft.author)}</a> wrote a review {month}
</span></div><div>{place}<span><span>{draft.votes + 2}</span> contributions</span></div></div><div
data-test-target="review-rating"><svg viewBox="0 0 128 24"><title>{draft.stars}.0 of 5 bubbles</title><path d="M0"></path>
</svg></div><div data-test-target="review-title"><a><span><span>{escape(draft.title)}</span></span></a></div><div><div><span
><span>{text}</span></span></div><div><button><span>Read more</span></button></div></div><span><span>Date of experience:
</span> {ENGLISH[draft.day[1] - 1]} {draft.day[0]}</span><div><button><span>Helpful</span></button><button><span>Share</span
></button></div>{reply if chance.random() < 0.3 else ""}</div>"""
    return markup, ReviewFields(draft.author, draft.title, draft.stars, 5, draft.iso[:7])


def amazon(language: str) -> Card:
    """Make the markup of Amazon in one language."""
    words = AMAZON_WORDS[language]

    def card(chance: random.Random, draft: Draft, text: str) -> tuple[str, ReviewFields]:
        bought, (year, month, day) = chance.random() < 0.7, draft.day
        when = words.day.format(d=day, m=words.months.split()[month - 1], y=year)
        found = words.one_found if draft.votes == 1 else words.found.format(v=f"{draft.votes:,}")
        badge = (
            f'<i class="a-icon-text-separator"></i><a><span data-hook="avp-badge">{words.verified}</span></a>'
        )
        strip = (
            f'<div class="review-format-strip"><a data-hook="format-strip">{words.variant}</a>{badge}</div>'
        )
        votes = f'<span data-hook="helpful-vote-statement">{escape(found)}</span>' if draft.votes else ""
        more = f'<div class="a-expander-header"><a><i></i><span>{words.more}</span></a></div>'
        markup = f"""<li data-hook="review" class="review aok-relative"><span class="a-list-item"><div class="a-row"><a
class="a-profile"><div class="a-profile-avatar"><img src="a.png"></div><div class="a-profile-content"><span
class="a-profile-name">{escape(draft.author)}</span></div></a></div><div class="a-row"><a data-hook="review-title"><i
data-hook="review-star-rating"><span class="a-icon-alt">{words.stars.format(n=draft.stars)}</span></i><span
class="a-letter-space"></span><span>{escape(draft.title)}</span></a></div><span data-hook="review-date">{when}</span>
{strip if bought else ""}<div class="review-data"><span data-hook="review-body"><div><span>{text}</span></div>
{chance.choice(("", more))}</span></div><div class="cr-comments">{votes}<div class="cr-helpful-button"><span
class="a-button"><input type="submit"><span>{words.useful}</span></span></div><span class="cr-footer-line-height"><i
class="a-icon-text-separator" role="img" aria-label="|"></i><a>{words.report}</a></span></div>
<div><a>{chance.choice(("", escape(words.translate)))}</a></div></span></li>"""
        fields = ReviewFields(
            draft.author, draft.title, draft.stars, 5, draft.iso, helpful=draft.votes or None
        )
        return markup, replace(fields, verified=bought or None)

    return card


SAVED: dict[str, Card] = {
    "Goodreads": goodreads,
    "Goodreads before 2022": goodreads_before_2022,
    "IMDb": imdb,
    "IMDb before 2024": imdb_before_2024,
    "Steam": steam,
    "Google Play": google_play,
    "App Store": app_store,
    "Trustpilot": trustpilot,
    "TripAdvisor": tripadvisor,
    **{f"Amazon in {language}": amazon(language) for language in AMAZON_WORDS},
}


def score(pages: Sequence[tuple[Rendered, Sequence[tuple[str, ReviewFields]]]]) -> tuple[float, float, float]:
    """Give the precision and recall of whole reviews, and the share of fields that are right."""
    written = proposed = found = fields = right = 0
    for page, segments in pages:
        written, proposed = written + len(page.reviews), proposed + len(segments)
        for review, (text, told) in zip(page.reviews, segments, strict=False):
            found += review.text == text
            names = ReviewFields.__slots__
            fields += len(names)
            right += sum(getattr(review.fields, name) == getattr(told, name) for name in names)
    return found / max(1, proposed), found / written, right / max(1, fields)

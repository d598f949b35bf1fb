"""Every form on no rows, one row and many rows: drawn, quick, the same each time, clickable, safe and in bounds."""

import statistics
import time

import pytest

from dashboard import figures
from dashboard.figures import key_of, theme
from tests.figures.samples import AS_OF, BANDS, CHARTS, HOSTILE, question, row, rows

LIGHT = theme("light")


def draw(sample: str, answer: list[dict[str, object]], **more: object):  # type: ignore[no-untyped-def]
    return figures.draw(question(sample), answer, LIGHT, bands=BANDS, as_of=AS_OF, **more)  # type: ignore[arg-type]


def test_every_form_that_plotly_draws_has_a_sample() -> None:
    assert {name.removeprefix("lying_") for name in CHARTS} == set(figures.FORMS)


@pytest.mark.parametrize("sample", CHARTS)
def test_no_rows_give_an_empty_sheet_without_axes(sample: str) -> None:
    figure = draw(sample, [])
    assert len(figure.data) == 0
    assert figure.layout.xaxis.visible is False
    assert figure.layout.height == figures.height(question(sample), [])


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("many", [1, 2, 8, 60])
@pytest.mark.parametrize("sample", CHARTS)
def test_any_number_of_rows_is_drawn_at_the_height_that_was_promised(sample: str, many: int, name: str) -> None:
    answer = rows(sample, many)
    figure = figures.draw(question(sample), answer, theme(name), bands=BANDS, as_of=AS_OF)
    assert figure.layout.height == figures.height(question(sample), answer)
    assert figure.layout.paper_bgcolor == "rgba(0,0,0,0)"
    assert figure.layout.uirevision == "constant"
    assert figure.layout.template.to_plotly_json() == {}


@pytest.mark.parametrize("sample", CHARTS)
def test_plotly_accepts_every_property(sample: str) -> None:
    import plotly.graph_objects as go

    spec = draw(sample, rows(sample)).to_dict()
    checked = go.Figure(data=spec["data"], layout=spec["layout"])
    assert len(checked.data) == len(spec["data"])


@pytest.mark.parametrize("sample", CHARTS)
def test_every_mark_carries_the_key_of_a_row(sample: str) -> None:
    answer = rows(sample)
    keys = {key_of(question(sample), each) for each in answer}
    carried = [key for trace in draw(sample, answer).data for key in (trace.customdata or ())]
    assert carried
    assert set(carried) <= keys | {""}


@pytest.mark.parametrize("sample", CHARTS)
def test_the_same_rows_give_the_same_bytes(sample: str) -> None:
    assert draw(sample, rows(sample)).to_json() == draw(sample, rows(sample)).to_json()


@pytest.mark.parametrize("sample", CHARTS)
def test_a_selected_mark_keeps_its_colour_and_the_others_fade(sample: str) -> None:
    answer = rows(sample)
    chosen = key_of(question(sample), answer[0])
    plain, picked = draw(sample, answer), draw(sample, answer, selected=chosen)
    changed = kept = 0
    for before, after in zip(plain.data, picked.data, strict=True):
        if not isinstance(before.marker.color, tuple):
            continue
        fills = zip(before.customdata, _outline_or_fill(before), _outline_or_fill(after), strict=True)
        for key, old, new in fills:
            kept += key == chosen and old == new
            changed += key != chosen and old != new
            assert key != chosen or old == new
    assert changed
    assert kept


def _outline_or_fill(trace):  # type: ignore[no-untyped-def]
    lines = trace.marker.line.color
    if trace.type == "scatter" and isinstance(lines, tuple):
        return list(zip(lines, trace.marker.color, strict=True))
    return trace.marker.color


@pytest.mark.parametrize("sample", CHARTS)
def test_hostile_names_stay_words(sample: str) -> None:
    answer = [row(place, name=f"{place} {HOSTILE}", other=f"{place} {HOSTILE}") for place in range(4)]
    figure = draw(sample, answer)
    written = [note.text for note in figure.layout.annotations]
    written += [text for trace in figure.data for text in (trace.hovertext or ())]
    assert not any("<script" in text or "<b>Bold" in text for text in written)


@pytest.mark.parametrize("sample", CHARTS)
def test_names_fit_a_phone(sample: str) -> None:
    from dashboard.figures.text import longest

    answer = [row(place, name=f"{place} {HOSTILE}", other=f"{place} {HOSTILE}"[:40]) for place in range(4)]
    for note in draw(sample, answer).layout.annotations:
        plain = note.text.replace("<b>", "").replace("</b>", "")
        for mark in ("&lt;", "&gt;", "&amp;", "&quot;", "&#39;"):
            plain = plain.replace(mark, "x")
        assert note.textangle == -90 or longest([plain], note.font.size) <= 345


def test_figures_are_quick_to_build() -> None:
    for sample in CHARTS:
        answer, times = rows(sample, 60), []
        for _ in range(5):
            start = time.process_time()
            draw(sample, answer)
            times.append(time.process_time() - start)
        assert statistics.median(times) < 0.015, sample


def test_nothing_is_fetched_and_no_tool_bar_is_shown() -> None:
    assert figures.CONFIG["displayModeBar"] is False
    assert figures.CONFIG["displaylogo"] is False
    assert figures.CONFIG["responsive"] is True


def test_alternative_text_is_one_sentence_with_the_finding() -> None:
    text = figures.alt(question("ranked_bars"), rows("ranked_bars"), "Six lead.")
    assert text == "How many? Ranked bars, 8 marks: Six lead."
    assert figures.alt(question("ranked_bars"), [], "") == "How many? Ranked bars, nothing found."


def test_an_unknown_form_is_refused() -> None:
    with pytest.raises(KeyError):
        figures.FORMS["pie"]

"""What the map needs of the browser alone: a control that plays the years, and the key that closes what is open."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st

_HTML = """
<div class="player" role="group" aria-label="The years of the map">
  <button type="button" class="play"></button>
  <input type="range" step="1" aria-label="Year of the map">
  <button type="button" class="whole">All years</button>
  <p class="told" aria-live="off"><strong class="year"></strong> <span class="said"></span></p>
</div>
"""
_CSS = """
.player { display: grid; grid-template-columns: auto 1fr auto; gap: .25rem .9rem; align-items: center;
  font-family: inherit; color: var(--st-text-color); }
button { font: inherit; font-size: .875rem; font-weight: 500; color: var(--st-text-color); background: transparent;
  border: 1px solid var(--st-border-color); border-radius: 6px; padding: .3rem .8rem; min-height: 2.25rem;
  cursor: pointer; white-space: nowrap; }
button.play { min-width: 9.5rem; text-align: left; }
button:hover, button:focus-visible { border-color: var(--st-primary-color); color: var(--st-primary-color); }
button:focus-visible, input:focus-visible { outline: 2px solid var(--st-primary-color); outline-offset: 2px; }
button[disabled] { color: var(--st-gray-text-color, inherit); cursor: default; border-color: var(--st-border-color); }
input { accent-color: var(--st-primary-color); width: 100%; min-width: 0; height: 1.5rem; margin: 0; }
.told { grid-column: 1 / -1; margin: 0; font-size: 1.0625rem; line-height: 1.3; min-height: 2.6rem; }
.year { font-size: 2.125rem; font-weight: 700; letter-spacing: -.01em; margin-right: .35rem;
  font-variant-numeric: tabular-nums; }
@media (max-width: 480px) { .player { grid-template-columns: 1fr auto; } input { grid-column: 1 / -1; grid-row: 2; } }
"""
# One step is asked for only once the last one has come back, so that a slow machine plays slowly and never piles up.
# Who asks for less motion gets no film: the button then goes one year on.
_JS = """
export default function (component) {
  const { data, parentElement, setStateValue } = component;
  const find = (name) => parentElement.querySelector(name);
  const play = find('.play'), slider = find('input'), whole = find('.whole');
  const state = parentElement.state ?? (parentElement.state = { playing: false, timer: 0 });
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const years = data.years, first = years[0], last = years[years.length - 1];
  const show = (year) => {
    find('.year').textContent = year || 'All years';
    find('.said').textContent = data.said[year] ?? '';
    slider.value = year || last;
    slider.setAttribute('aria-valuetext', (year || 'All years') + ': ' + (data.said[year] ?? ''));
    whole.disabled = !year;
    play.textContent = state.playing ? '❚❚ Pause' : still ? '▶ Next year' : '▶ Play the years';
    find('.told').setAttribute('aria-live', state.playing ? 'off' : 'polite');
  };
  const ask = (year) => {
    Object.assign(state, { year, asked: year, when: Date.now() });
    show(year);
    setStateValue('at', { year, playing: state.playing });
  };
  const after = (year) => (!year || year >= last ? first : year + 1);
  const pause = () => { state.playing = false; clearTimeout(state.timer); ask(state.year); };
  slider.min = first;
  slider.max = last;
  // An answer to an earlier step must not take the reader back from a later one that is on its way.
  const late = state.asked !== undefined && data.year !== state.asked && Date.now() - state.when < 5000;
  if (!late) state.asked = undefined;
  if (!state.playing && !late) state.year = data.year;
  show(state.year);
  clearTimeout(state.timer);
  if (state.playing && data.year === state.year) {
    if (state.year >= last) pause();
    else state.timer = setTimeout(() => ask(after(state.year)), data.pace);
  }
  play.onclick = () => {
    if (state.playing) return pause();
    state.playing = !still;
    ask(after(state.year));
  };
  slider.oninput = () => { state.playing = false; clearTimeout(state.timer); show(Number(slider.value)); };
  slider.onchange = () => ask(Number(slider.value));
  whole.onclick = () => { state.playing = false; clearTimeout(state.timer); ask(0); };
  return () => clearTimeout(state.timer);
}
"""

_player = st.components.v2.component("map_player", html=_HTML, css=_CSS, js=_JS)

PACE = 1100
"""Milliseconds that a year stands before the next one is asked for."""


def player(
    years: Sequence[int], year: int, said: Mapping[int, str], *, key: str, chosen: Callable[[int], None]
) -> bool:
    """Draw the control that plays the years; return whether it is playing.

    ``years`` run from the first to the last, ``year`` is the one in force (0: all of them), ``said`` what is said of
    each beside it. ``chosen`` is called with the year that the reader or the film comes to.
    """

    def moved() -> None:
        at: Any = st.session_state[key].at
        year = int(at["year"])
        chosen(year if year in years else 0)

    data = {"years": list(years), "year": year, "said": {str(each): text for each, text in said.items()}, "pace": PACE}
    told = _player(key=key, data=data, default={"at": {"year": year, "playing": False}}, on_at_change=moved)
    return bool(told.at["playing"])


_ESCAPE_JS = """
export default function (component) {
  const { setTriggerValue } = component;
  const close = (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    if (document.querySelector('[data-testid="stPopoverBody"], [role="listbox"], [role="dialog"]')) return;
    setTriggerValue('pressed', true);
  };
  document.addEventListener('keydown', close);
  return () => document.removeEventListener('keydown', close);
}
"""

_escape = st.components.v2.component("escape_key", js=_ESCAPE_JS)


def on_escape(key: str, close: Callable[[], None]) -> None:
    """Call ``close`` when the reader presses Escape and no list or box of the page takes it."""
    with st.container(key="escape-key", height=1):
        _escape(key=key, on_pressed_change=close)

"""What only the browser can do or know: copy a link, tell a phone from a projector, lead Tab into an open drawer."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

import streamlit as st

_HTML = (
    '<button type="button" class="copy"><span class="label"></span></button><span class="said" role="status"></span>'
)
_CSS = """
.copy { font: inherit; font-size: .8125rem; color: var(--st-text-color); background: transparent; cursor: pointer;
  border: 1px solid var(--st-border-color); border-radius: 6px; padding: .25rem .7rem; min-height: 2rem;
  white-space: nowrap; }
.copy:hover, .copy:focus-visible { border-color: var(--st-primary-color); color: var(--st-primary-color); }
.copy:focus-visible { outline: 2px solid var(--st-primary-color); outline-offset: 2px; }
.said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
"""
# The address of the host is known to the browser alone, so the link is put together there. Over plain HTTP on
# another host the clipboard API is absent: the older command does it then.
_JS = """
export default function (component) {
  const { data, parentElement } = component;
  const button = parentElement.querySelector('button');
  const label = parentElement.querySelector('.label');
  const said = parentElement.querySelector('.said');
  label.textContent = data.label;
  const older = (text) => {
    const area = document.createElement('textarea');
    area.value = text;
    document.body.appendChild(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  };
  button.onclick = async () => {
    const link = location.origin + location.pathname + (data.query ? '?' + data.query : '');
    button.dataset.link = link;
    try { await navigator.clipboard.writeText(link); } catch (error) { older(link); }
    label.textContent = 'Link copied';
    said.textContent = 'Link copied: ' + link;
    setTimeout(() => { label.textContent = data.label; }, 2500);
  };
}
"""

_button = st.components.v2.component("copy_link", html=_HTML, css=_CSS, js=_JS)


def copy_link(parameters: Mapping[str, Sequence[str]], *, label: str, key: str) -> None:
    """Draw a button that copies the present page's address with these parameters."""
    query = urlencode([(name, value) for name, values in parameters.items() for value in values])
    _button(key=key, data={"label": label, "query": query}, width="content")


PHONE, LAPTOP, WIDE = "phone", "laptop", "wide"
"""The sorts of window for which a page is laid out: under 640 pixels, up to 1,600, and a projector's."""

# Says nothing at a laptop, so that only a phone or a projector pays for one more run of the script. A drawer of the
# menu stands at the end of the document, where Tab would come last: it is led in from the drawer's button, and back.
_WINDOW_JS = f"""
export default function (component) {{
  const {{ data, setStateValue }} = component;
  const tell = () => {{
    const wide = window.innerWidth;
    const sort = wide < 640 ? '{PHONE}' : wide < 1600 ? '{LAPTOP}' : '{WIDE}';
    if (sort !== data.sort) setStateValue('sort', sort);
  }};
  const step = (event) => {{
    const opener = document.querySelector('[data-testid="stPopoverButton"][aria-expanded="true"]');
    const links = [...document.querySelectorAll('[data-testid="stPopoverBody"] a')];
    if (event.key !== 'Tab' || !opener || !links.length) return;
    const here = document.activeElement;
    if (here === opener && !event.shiftKey) {{ event.preventDefault(); links[0].focus(); }}
    else if (here === links[0] && event.shiftKey) {{ event.preventDefault(); opener.focus(); }}
    else if (here === links[links.length - 1] && !event.shiftKey) opener.focus();
  }};
  tell();
  window.addEventListener('resize', tell);
  document.addEventListener('keydown', step, true);
  return () => {{
    window.removeEventListener('resize', tell);
    document.removeEventListener('keydown', step, true);
  }};
}}
"""

_window = st.components.v2.component("reader_window", js=_WINDOW_JS)


def window() -> str:
    """Return the sort of the reader's window; a laptop's until the browser has told another."""
    with st.container(key="window-width", height=1):
        told = _window(
            key="window",
            data={"sort": st.session_state.get("_window", LAPTOP)},
            default={"sort": LAPTOP},
            on_sort_change=lambda: None,
        )
    st.session_state["_window"] = told.sort if told.sort in (PHONE, LAPTOP, WIDE) else LAPTOP
    return str(st.session_state["_window"])

"""What only the browser can do or know: copy a link to the clipboard, and tell a phone from a desk."""

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


NARROW = 640
"""Under so many pixels a page stands in one column and a map is fitted to a phone."""

# Says nothing at a desk, so that only a phone pays for one more run of the script.
_WIDTH_JS = f"""
export default function (component) {{
  const {{ data, setStateValue }} = component;
  const tell = () => {{
    const narrow = window.innerWidth < {NARROW};
    if (narrow !== data.narrow) setStateValue('narrow', narrow);
  }};
  tell();
  window.addEventListener('resize', tell);
  return () => window.removeEventListener('resize', tell);
}}
"""

_width = st.components.v2.component("narrow_window", js=_WIDTH_JS)


def is_narrow() -> bool:
    """Say whether the reader's window is as narrow as a phone's; False until the browser has told."""
    with st.container(key="window-width", height=1):
        told = _width(
            key="narrow",
            data={"narrow": st.session_state.get("_narrow", False)},
            default={"narrow": False},
            on_narrow_change=lambda: None,
        )
    st.session_state["_narrow"] = bool(told.narrow)
    return bool(told.narrow)

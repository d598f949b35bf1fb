"""Copy a link to the clipboard: the one thing on a page that only the browser can do."""

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

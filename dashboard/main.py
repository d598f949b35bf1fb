"""The script that Streamlit runs for every page: pick the page, read the view, frame the page."""

import streamlit as st

from dashboard import assets, controls, menu, shell
from dashboard.warehouse import NoDataError

st.set_page_config(page_title=shell.PRODUCT, page_icon=assets.FOLDER / "icon.png", layout="wide")
page, spec = menu.navigate()
shell.style()
finder = st.sidebar.container()
try:
    run = controls.begin(spec.name, spec.filters, spec.rests, spec.beside)
except NoDataError as error:
    shell.no_data(error)
    st.stop()
with finder:
    menu.finder(run)
shell.masthead(run, spec)
page.run()
shell.footer(run)

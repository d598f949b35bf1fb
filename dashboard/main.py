"""The script that Streamlit runs for every page: pick the page, read the view, frame the page."""

import streamlit as st

from dashboard import assets, controls, shell
from dashboard.warehouse import NoDataError

st.set_page_config(page_title=shell.PRODUCT, page_icon=assets.FOLDER / "icon.png", layout="wide")
page, spec = shell.navigate()
shell.style()
try:
    run = controls.begin(spec.filters, spec.resting)
except NoDataError as error:
    shell.no_data(error)
    st.stop()
shell.masthead(run, spec)
page.run()
shell.footer(run)

"""The dashboard as an ASGI application: ``streamlit run app.py``.

The script stands in ``dashboard/main.py``: beside a folder ``pages/`` Streamlit's older multipage mechanism
would wake up and run page files alone (docs/decisions.md).
"""

from pathlib import Path

from streamlit import App

from dashboard import server

app = App(
    Path(__file__).parent / "dashboard" / "main.py",
    routes=server.ROUTES,
    middleware=server.MIDDLEWARE,
    lifespan=server.lifespan,
    on_script_error=server.log_script_error,
)

"""The empty template as one file: what a programme officer fills in."""

import io
import zipfile

from dashboard.publish import template

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the same bytes each time, so that a browser's cache and a test can rely on them


def zipped() -> bytes:
    """Return a zip of the empty source folder: a CSV for each table, the settings, every column explained."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in sorted(template.files().items()):
            archive.writestr(zipfile.ZipInfo(f"inspire-template/{name}", _EPOCH), text, zipfile.ZIP_DEFLATED)
    return packed.getvalue()

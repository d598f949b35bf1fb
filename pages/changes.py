"""What changed: between two editions of the data, the headlines before and after, and row by row."""

from dashboard import panels, shell

shell.page(
    title="What changed",
    lede="Two editions of the same data: what is new, ended, renamed, corrected or no longer there, and what that "
    "did to each headline.",
)

panels.choose_editions()
panels.changed(["compare/headlines", "compare/found"], ["changes/by_kind", "changes/rows"])
shell.missing("changes")

"""From a source folder to a published snapshot: read, validate, write, open.

Other rooms need :mod:`dashboard.publish.store` only, which opens what was published and has no heavy imports.
"""

"""A made-up programme from 2008 to 2018, the same for the same seed, so that every view can be seen at work."""

"""Files made from answers: the same frame as the screen, in a form that people keep."""

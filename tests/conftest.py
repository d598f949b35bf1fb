"""What every test may ask for."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="more rounds of the tests that repeat something at random")


@pytest.fixture
def long(request: pytest.FixtureRequest) -> bool:
    """Say whether the many rounds are wanted."""
    return bool(request.config.getoption("--long"))

"""The plugin under test, loaded once whether or not the package is installed."""

pytest_plugins = ["factcheck.pytest_plugin", "pytester"]

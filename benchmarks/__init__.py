"""Measure what reviewcli does, beside a baseline, and assert the result as well as the time."""

"""Loads the sign-ups of a day."""
import sys

day = sys.argv[1] if len(sys.argv) > 1 else "today"
print(f"sign-ups of {day}")

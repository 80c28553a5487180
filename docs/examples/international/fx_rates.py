"""Fetches the day's exchange rates."""
CURRENCIES = ["USD", "EUR", "SGD", "IDR"]

for currency in CURRENCIES:
    print(f"rates of {currency}")

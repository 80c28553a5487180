"""Adds up open positions by currency."""
positions = [("USD", 1200.0), ("EUR", -300.0), ("USD", -200.0)]

exposure = {}
for currency, amount in positions:
    exposure[currency] = exposure.get(currency, 0.0) + amount
print(exposure)

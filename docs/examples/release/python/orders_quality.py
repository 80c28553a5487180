"""Fails when a day's clean orders are implausible."""

import sys

from warehouse import query

DAY = "${yyyyMMdd}"

rows, negative = query(
    f"SELECT COUNT(*), SUM(IF(amount < 0, 1, 0)) FROM dw.orders_clean WHERE day = '{DAY}'"
)
if rows == 0 or negative > 0:
    sys.exit(f"{DAY}: {rows} orders, {negative} of them negative")

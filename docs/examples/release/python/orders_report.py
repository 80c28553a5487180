"""Mails the day's totals."""

from warehouse import mail, query

DAY = "${yyyyMMdd}"

orders, amount = query(f"SELECT SUM(orders), SUM(amount) FROM dm.orders_daily WHERE day = '{DAY}'")
mail("orders-team", f"Orders of {DAY}", f"{orders} orders, {amount:.2f} in all")

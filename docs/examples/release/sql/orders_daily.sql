INSERT OVERWRITE TABLE dm.orders_daily PARTITION (day = '${yyyyMMdd}')
SELECT customer_id, COUNT(*) AS orders, SUM(amount) AS amount
FROM dw.orders_clean
WHERE day = '${yyyyMMdd}'
GROUP BY customer_id;

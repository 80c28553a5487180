-- ${yyyyMMdd} is WeData's own variable: it reaches WeData as it stands here.
INSERT OVERWRITE TABLE dw.orders_daily PARTITION (dt = '${yyyyMMdd}')
SELECT shop_id, COUNT(*) AS orders, SUM(amount) AS amount
FROM ods.orders
WHERE dt = '${yyyyMMdd}'
GROUP BY shop_id;

INSERT OVERWRITE TABLE mart.revenue_report PARTITION (dt = '${yyyyMMdd}')
SELECT region, SUM(amount) AS revenue
FROM dw.orders_daily
WHERE dt = '${yyyyMMdd}'
GROUP BY region;

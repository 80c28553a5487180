INSERT OVERWRITE TABLE dw.sales_daily PARTITION (dt = '${yyyyMMdd}')
SELECT shop_id, SUM(amount) AS amount FROM ods.sales WHERE dt = '${yyyyMMdd}' GROUP BY shop_id;

INSERT OVERWRITE TABLE mart.stock_alerts PARTITION (dt = '${yyyyMMdd}')
SELECT warehouse_id, product_id, quantity
FROM dw.stock_levels
WHERE dt = '${yyyyMMdd}' AND quantity < 10;

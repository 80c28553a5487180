INSERT OVERWRITE TABLE dw.stock_levels PARTITION (dt = '${yyyyMMdd}')
SELECT warehouse_id, product_id, SUM(quantity) AS quantity
FROM ods.warehouse_moves
WHERE dt <= '${yyyyMMdd}'
GROUP BY warehouse_id, product_id;

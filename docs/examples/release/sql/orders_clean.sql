-- ${yyyyMMdd} is WeData's own variable: it is filled in when the task runs, not when it is released.
INSERT OVERWRITE TABLE dw.orders_clean PARTITION (day = '${yyyyMMdd}')
SELECT order_id, customer_id, amount, created_at
FROM ods.orders
WHERE day = '${yyyyMMdd}' AND amount IS NOT NULL AND status <> '已取消';

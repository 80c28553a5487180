INSERT OVERWRITE TABLE dw.history_orders SELECT * FROM ods.history_orders;

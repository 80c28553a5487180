INSERT OVERWRITE TABLE dw.history_items SELECT * FROM ods.history_items;

-- Loads a day of @table@; ${yyyyMMdd} is WeData's own variable.
INSERT OVERWRITE TABLE dw.@table@ PARTITION (dt = '${yyyyMMdd}')
SELECT * FROM ods.@table@ WHERE dt = '${yyyyMMdd}';

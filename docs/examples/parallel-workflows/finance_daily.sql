INSERT OVERWRITE TABLE dw.finance_daily PARTITION (dt = '${yyyyMMdd}')
SELECT account, SUM(debit) - SUM(credit) AS balance FROM ods.ledger WHERE dt = '${yyyyMMdd}' GROUP BY account;

SELECT COUNT(*) FROM ods.signups WHERE dt = '${day}';

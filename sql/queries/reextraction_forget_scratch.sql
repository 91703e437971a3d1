drop table compared, differing;

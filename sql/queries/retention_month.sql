select raw.drop_empty_capture_months(%(before)s) as month_count;

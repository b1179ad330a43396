-- Until when a process that works on a run counts as alive, in ms since 1970; it renews that with its leases. Names of
-- processes are host/number@start, where the host is a machine since it was switched on, and one set of process
-- numbers on it. NULL: written by an earlier version, which named no host and renewed nothing.
ALTER TABLE run_owners ADD COLUMN alive_until INTEGER;

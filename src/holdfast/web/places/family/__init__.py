"""Family: who is here, files in and out, keys for programs, and care that hid in old logs."""

"""The disclosure check: a finished file is read back and searched before it leaves."""

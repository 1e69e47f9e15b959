"""The papers that call a review together: invitations, consultation forms, calendar entries."""

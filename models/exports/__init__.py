"""Files for others: tables that open safely wherever they are opened."""

"""What is kept from whom: kinds of restriction, and the protected facts of a child."""

"""The windows. They may use everything; nothing uses them."""

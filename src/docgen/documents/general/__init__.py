"""Takes records of any kind, gives a form and a ledger laid out from the model's labels."""

"""How dates are written, and what each way of writing means on the calendar."""

"""The words of the product as values: frozen dataclasses and enums that do no work."""

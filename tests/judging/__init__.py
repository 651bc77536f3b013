"""What the judge says, case by case: tables of claims and sources in the language of the desk."""

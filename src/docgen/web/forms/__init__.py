"""Takes the model of a record and its data, gives the form to fill; takes what was filled in, gives the data again."""

"""Takes YAML files, gives records, what is wrong with them, and the models they fill."""

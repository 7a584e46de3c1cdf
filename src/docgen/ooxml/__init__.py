"""Takes names of WordprocessingML, gives them qualified, and children at the place that the schema asks for."""

"""The only readers of files: what people wrote in, values and findings out."""

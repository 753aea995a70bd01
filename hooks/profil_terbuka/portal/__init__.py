"""The portal above all agencies: what their finished sites offer it, judged and put together."""

"""Decide by a trained model which gaps between paragraphs are boundaries between reviews."""

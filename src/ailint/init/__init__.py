"""Adopting ailint: what a repository has, and the smallest files that let it use ailint."""
